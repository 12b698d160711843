package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on: the sets that it cites and the facts that it names. Each must strike out
 * something; together they say how deep and how high the finding is and what it assumes.
 */
final class Grounds {

  private static final SortedSet<String> NOTHING = new TreeSet<>();

  private final Book book;
  private final Taken taken;
  private final Stated stated;
  private final List<Cited> cited = new ArrayList<>();
  private final List<List<Fact>> facts = new ArrayList<>();
  private final BitSet usedProven = new BitSet();
  private final BitSet usedAssumed = new BitSet();
  private final BitSet usedFacts = new BitSet();

  /** The sets that a ring is cited for: the proven one, and if assumptions hold a smaller one. */
  private record Cited(int ring, @Nullable KnownSet proven, @Nullable KnownSet assumed) {}

  /**
   * Looks up what a finding rests on.
   *
   * @param claims which finding says what a ring spends, accepted or not
   * @throws Refusal where something that it rests on is not there, or not below it
   */
  Grounds(Book book, Taken taken, Claims claims, Stated stated) throws Refusal {
    this.book = book;
    this.taken = taken;
    this.stated = stated;
    for (int ring : stated.cited()) {
      cited.add(cited(claims, ring));
    }
    for (String words : stated.evidence()) {
      facts.add(book.facts().named(words, stated.rings()));
    }
  }

  private Cited cited(Claims claims, int ring) throws Refusal {
    KnownSet proven = below(taken.provenOfRing(ring), ring);
    KnownSet assumed = stated.isProven() ? null : below(taken.assumedOfRing(ring), ring);
    if (proven == null && assumed == null) {
      throw notThere(claims, ring);
    }
    return new Cited(ring, proven, assumed);
  }

  private @Nullable KnownSet below(@Nullable KnownSet set, int ring) {
    return set != null && set.first() == ring && set.depth() < stated.depth() ? set : null;
  }

  private Refusal notThere(Claims claims, int ring) {
    Stated conditional = stated.isProven() ? null : claims.conditional(ring);
    Stated theirs = conditional == null ? claims.proven(ring) : conditional;
    KnownSet set = stated.isProven() ? taken.provenOfRing(ring) : taken.ofRing(ring);
    String name = "ring " + book.rings().image(ring);
    if (theirs == null && claims.conditional(ring) != null) {
      return new Refusal(
          "it is called proven and cites " + name + ", of which nothing is known unassumed");
    } else if (theirs == null) {
      return new Refusal("it cites " + name + ", of which no finding says what it spends");
    } else if (theirs.depth() >= stated.depth()) {
      return new Refusal(
          "its depth, "
              + stated.depth()
              + ", is not above that of what it cites: "
              + name
              + " has depth "
              + theirs.depth());
    } else if (set == null) {
      return new Refusal("it cites " + name + ", whose own finding is not accepted");
    }
    return new Refusal(
        "it cites a closed set by "
            + name
            + " and not by its first, "
            + book.rings().image(set.first()));
  }

  /** The sets that it rests on: those cited that strike something out. */
  List<KnownSet> sets() {
    List<KnownSet> sets = new ArrayList<>();
    for (int i = 0; i < cited.size(); i++) {
      KnownSet proven = cited.get(i).proven();
      KnownSet assumed = cited.get(i).assumed();
      if (proven != null && usedProven.get(i)) {
        sets.add(proven);
      }
      if (assumed != null && usedAssumed.get(i)) {
        sets.add(assumed);
      }
    }
    return sets;
  }

  /** Whether by any of it the ring does not spend the key. */
  boolean strikes(int ring, int key) {
    boolean struck = false;
    for (int i = 0; i < cited.size(); i++) {
      // where proof says it nothing need be assumed
      if (isTaker(cited.get(i).proven(), taken.provenOfKey(key), ring)) {
        usedProven.set(i);
        struck = true;
      } else if (isTaker(cited.get(i).assumed(), taken.assumedOfKey(key), ring)) {
        usedAssumed.set(i);
        struck = true;
      }
    }
    for (int i = 0; i < facts.size(); i++) {
      for (Fact fact : facts.get(i)) {
        if (fact.strikes(ring, key)) {
          usedFacts.set(i);
          struck = true;
        }
      }
    }
    return struck;
  }

  /** Whether a fact that it names says that a ring does not spend a key. */
  @Nullable Fact against(int ring, int key) {
    return facts.stream()
        .flatMap(List::stream)
        .filter(fact -> fact.strikes(ring, key))
        .findFirst()
        .orElse(null);
  }

  private static boolean isTaker(@Nullable KnownSet cited, @Nullable KnownSet taker, int ring) {
    return cited != null && KnownSet.areSame(cited, taker) && !cited.holds(ring);
  }

  /**
   * The one set that a finding is of and rests on; nothing need be struck out by it.
   *
   * @throws Refusal where it rests on anything else
   */
  KnownSet only() throws Refusal {
    if (cited.size() == 1 && facts.isEmpty()) {
      KnownSet assumed = cited.get(0).assumed();
      KnownSet set = assumed == null ? cited.get(0).proven() : assumed;
      if (set != null && set.rings().length > 1) {
        (assumed == null ? usedProven : usedAssumed).set(0);
        return set;
      }
    }
    throw new Refusal("it rests on one closed set and nothing else, and does not cite that");
  }

  /** Refuses what is cited and strikes nothing out. */
  void requireAllUsed() throws Refusal {
    for (int i = 0; i < cited.size(); i++) {
      if (!usedProven.get(i) && !usedAssumed.get(i)) {
        throw new Refusal(
            "it cites ring "
                + book.rings().image(cited.get(i).ring())
                + ", which strikes nothing out here");
      }
    }
    int fact = usedFacts.nextClearBit(0);
    if (fact < facts.size()) {
      throw new Refusal(
          "it names as evidence what strikes nothing out here: " + stated.evidence().get(fact));
    }
  }

  /** Refuses a depth, a height or a guarantee that is not what follows. */
  void requireMeasures() throws Refusal {
    int depth = 0;
    long height = 0;
    for (int ring : stated.rings()) {
      height = Math.max(height, book.rings().height(ring));
    }
    for (KnownSet set : sets()) {
      depth = Math.max(depth, set.depth() + 1);
      height = Math.max(height, set.height());
    }
    for (List<Fact> same : facts) {
      // an owner's word about an output is itself a step
      boolean step = same.get(0) instanceof Said said && said.kind() == Said.Kind.UNSPENT;
      depth = Math.max(depth, step ? 1 : 0);
    }
    if (stated.depth() != depth) {
      throw new Refusal("its depth is " + depth + ", not " + stated.depth());
    }
    boolean late =
        stated.late()
            && stated.height() > height
            && book.rings().isOnChain(stated.ring())
            && book.rings().space(stated.ring()) != 0
            && book.counts().complete(book.rings().space(stated.ring()), stated.height());
    if (stated.height() != height && !late) {
      throw new Refusal("the highest block it rests on is " + height + ", not " + stated.height());
    }
    requireGuarantee();
  }

  private void requireGuarantee() throws Refusal {
    SortedSet<String> needed = assumptions();
    String said = stated.assumption();
    if (said == null && !needed.isEmpty()) {
      throw new Refusal("it is called proven and holds only if " + String.join("; ", needed));
    } else if (said != null && needed.isEmpty()) {
      throw new Refusal("it is called conditional and rests on no assumption");
    } else if (said != null && !parts(List.of(said)).equals(parts(needed))) {
      throw new Refusal(
          "it assumes that " + said + ", and rests on this: " + String.join("; ", needed));
    }
  }

  /** Assumptions taken to pieces, so that their order does not matter. */
  private static List<String> parts(Iterable<String> assumptions) {
    List<String> parts = new ArrayList<>();
    assumptions.forEach(one -> parts.addAll(Arrays.asList(one.split("; ", -1))));
    parts.sort(null);
    return parts;
  }

  /** What it does not hold without. */
  SortedSet<String> assumptions() {
    SortedSet<String> all = NOTHING;
    for (KnownSet set : sets()) {
      all = union(all, set.assumptions());
    }
    for (List<Fact> same : facts) {
      String assumption = same.get(0).assumption();
      if (assumption != null) {
        all = union(all, new TreeSet<>(List.of(assumption)));
      }
    }
    return all;
  }

  private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
    if (one.containsAll(other)) {
      return one;
    } else if (other.containsAll(one)) {
      return other;
    }
    SortedSet<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }
}
