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
  private final List<KnownSet> sets = new ArrayList<>();
  private final List<List<Fact>> facts = new ArrayList<>();
  private final BitSet usedSets = new BitSet();
  private final BitSet usedFacts = new BitSet();

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
      sets.add(cited(claims, ring));
    }
    for (String words : stated.evidence()) {
      facts.add(book.facts().named(words, stated.rings()));
    }
  }

  private KnownSet cited(Claims claims, int ring) throws Refusal {
    KnownSet set = taken.ofRing(ring);
    Stated theirs = claims.of(ring);
    String name = "ring " + book.rings().image(ring);
    if (theirs == null) {
      throw new Refusal("it cites " + name + ", of which no finding says what it spends");
    } else if (theirs.depth() >= stated.depth()) {
      throw new Refusal(
          "its depth, "
              + stated.depth()
              + ", is not above that of what it cites: "
              + name
              + " has depth "
              + theirs.depth());
    } else if (set == null) {
      throw new Refusal("it cites " + name + ", whose own finding is not accepted");
    } else if (set.first() != ring) {
      throw new Refusal(
          "it cites a closed set by "
              + name
              + " and not by its first, "
              + book.rings().image(set.first()));
    }
    return set;
  }

  List<KnownSet> sets() {
    return sets;
  }

  /** Whether by any of it the ring does not spend the key. */
  boolean strikes(int ring, int key) {
    boolean struck = false;
    KnownSet taker = taken.ofKey(key);
    for (int i = 0; i < sets.size(); i++) {
      if (taker != null && sets.get(i).isSame(taker) && !taker.holds(ring)) {
        usedSets.set(i);
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

  /** Counts a ground as used though it strikes nothing out: the set that a finding is of. */
  void use(KnownSet set) {
    usedSets.set(sets.indexOf(set));
  }

  /** Refuses what is cited and strikes nothing out. */
  void requireAllUsed() throws Refusal {
    int set = usedSets.nextClearBit(0);
    if (set < sets.size()) {
      throw new Refusal(
          "it cites ring "
              + book.rings().image(sets.get(set).first())
              + ", which strikes nothing out here");
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
    for (KnownSet set : sets) {
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
    for (KnownSet set : sets) {
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
