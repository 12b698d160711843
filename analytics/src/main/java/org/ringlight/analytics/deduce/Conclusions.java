package org.ringlight.analytics.deduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.graph.Incidence;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * Puts what is known of rings into findings, ring by ring. As of any height the same is said as if
 * the chain ended there: a member is said to be a decoy only where it was one before the ring was
 * resolved. Of what is known under assumptions only what is not proven is said.
 */
public final class Conclusions {

  private final Deductions known;
  private final Deductions proven;
  private final KeyNumbers numbers;
  private final RingNames names;
  private final Consumer<Conclusion> sink;

  /**
   * @param names of all rings that are in sets
   */
  public Conclusions(
      Deductions known, KeyNumbers numbers, RingNames names, Consumer<Conclusion> sink) {
    this.known = known;
    this.proven = known.proven();
    this.numbers = numbers;
    this.names = names;
    this.sink = sink;
  }

  /**
   * Says what follows of a ring.
   *
   * @param ring its number in the graph
   * @param amountIndexes its members in wire order
   * @param keys the number of each one's key
   */
  public void of(int ring, KeyImage image, long indexSpace, long[] amountIndexes, int[] keys) {
    int set = known.setOfRing(ring);
    if (set == Deductions.FREE) {
      if (known.left(ring) < known.graph().byRing().degree(ring)) {
        decoys(ring, image, indexSpace, amountIndexes, keys, Integer.MAX_VALUE);
      }
      return;
    } else if (known != proven && set < proven.sets()) {
      // words about a set that did not come apart by them
      decoys(ring, image, indexSpace, amountIndexes, keys, Integer.MAX_VALUE);
      return;
    }
    decoys(ring, image, indexSpace, amountIndexes, keys, known.height(set));
    long[] own = own(set, amountIndexes, keys);
    if (known.size(set) == 1) {
      Claim claim =
          own.length == 1
              ? new Claim.RingResolved(image, new OutputName(indexSpace, own[0]))
              : new Claim.RingNarrowed(image, indexSpace, own);
      say(set, claim, ring, known.depth(set));
      return;
    }
    if (known.ring(set, 0) == ring) {
      closedSet(set);
    }
    if (own.length < provenToBePossible(ring, amountIndexes, keys)) {
      conclude(
          known.rule(set),
          known.assumed(set),
          new Claim.RingNarrowed(image, indexSpace, own),
          List.of(names.of(known.ring(set, 0))),
          List.of(),
          known.depth(set) + 1,
          known.height(set));
    }
    spent(ring, set, indexSpace, amountIndexes, keys);
  }

  /** How many members were left before: all, or under assumptions those that proof leaves. */
  private long provenToBePossible(int ring, long[] amountIndexes, int[] keys) {
    return IntStream.range(0, keys.length)
        .filter(i -> known == proven || proven.isPossible(ring, keys[i]))
        .mapToLong(i -> amountIndexes[i])
        .distinct()
        .count();
  }

  private long[] own(int set, long[] amountIndexes, int[] keys) {
    long[] own = new long[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (known.setOfKey(keys[i]) == set) {
        own[count++] = amountIndexes[i];
      }
    }
    long[] found = Arrays.copyOf(own, count);
    return count == 1 ? found : Arrays.stream(found).sorted().distinct().toArray();
  }

  /** Members that were known not to be spent by the ring before more was known of it. */
  private void decoys(
      int ring, KeyImage image, long indexSpace, long[] amountIndexes, int[] keys, int before) {
    for (int i = 0; i < keys.length; i++) {
      int key = keys[i];
      if (known.isPossible(ring, key) || isRepeated(amountIndexes, i) || isSaid(ring, key)) {
        continue;
      }
      int taker = known.takerOf(ring, key);
      int from =
          Math.max(known.graph().height(ring), taker == Deductions.FREE ? 0 : known.height(taker));
      if (from < before) {
        decoy(ring, key, taker, from, image, new OutputName(indexSpace, amountIndexes[i]));
      }
    }
  }

  /** Whether it is proven that the ring does not spend the key, and so said where that is. */
  private boolean isSaid(int ring, int key) {
    return known != proven && !proven.isPossible(ring, key);
  }

  private static boolean isRepeated(long[] amountIndexes, int position) {
    for (int i = 0; i < position; i++) {
      if (amountIndexes[i] == amountIndexes[position]) {
        return true;
      }
    }
    return false;
  }

  private void decoy(int ring, int key, int taker, int from, KeyImage image, OutputName output) {
    Claim claim = new Claim.MemberEliminated(image, output);
    if (taker == Deductions.FREE) {
      Fact fact = known.struckBy(ring, key);
      Rule rule =
          fact != null && fact.source() == Fact.Source.OTHER_RING
              ? Rule.SAME_KEY_IMAGE
              : Rule.ASSERTED_DECOYS;
      List<Fact> assumed = fact == null || fact.proven() ? List.of() : List.of(fact);
      List<String> words = fact == null ? List.of() : List.of(fact.words());
      conclude(rule, assumed, claim, List.of(), words, 0, from);
    } else {
      Rule rule = numbers.isShared(key, from) ? Rule.DUPLICATE_KEYS : known.rule(taker);
      boolean nobody = known.size(taker) == 0;
      conclude(
          rule,
          known.assumed(taker),
          claim,
          nobody ? List.of() : List.of(names.of(known.ring(taker, 0))),
          nobody ? words(known.assumed(taker)) : List.of(),
          known.depth(taker) + 1,
          from);
    }
  }

  private void closedSet(int set) {
    List<KeyImage> images = new ArrayList<>();
    for (int i = 0; i < known.size(set); i++) {
      images.add(names.of(known.ring(set, i)));
    }
    say(set, new Claim.ClosedSet(images), Deductions.FREE, known.depth(set));
  }

  /** Each output of the set is said to be spent at the first ring of the set that names its key. */
  private void spent(int ring, int set, long indexSpace, long[] amountIndexes, int[] keys) {
    for (int i = 0; i < keys.length; i++) {
      if (known.setOfKey(keys[i]) == set
          && (known == proven || proven.setOfKey(keys[i]) == Deductions.FREE)
          && !numbers.isShared(keys[i], known.height(set))
          && !isRepeated(amountIndexes, i)
          && firstOf(set, keys[i]) == ring) {
        conclude(
            known.rule(set),
            known.assumed(set),
            new Claim.OutputSpent(new OutputName(indexSpace, amountIndexes[i])),
            List.of(names.of(known.ring(set, 0))),
            List.of(),
            known.depth(set) + 1,
            known.height(set));
      }
    }
  }

  private int firstOf(int set, int key) {
    Incidence rings = known.graph().byKey();
    for (long edge = rings.first(key); edge < rings.end(key); edge++) {
      if (known.setOfRing(rings.target(edge)) == set) {
        return rings.target(edge);
      }
    }
    throw new IllegalArgumentException("no ring of the set names that key");
  }

  /** What rests on all that strikes members out of the rings of a set, or of one of them. */
  private void say(int set, Claim claim, int only, int depth) {
    Set<Integer> takers = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < known.size(set); i++) {
      int ring = known.ring(set, i);
      if (only == Deductions.FREE || only == ring) {
        reasons(set, ring, takers, words);
      }
    }
    if (known.rule(set) == Rule.DISCLOSED) {
      words.addAll(words(known.assumed(set)));
    }
    List<KeyImage> cited =
        takers.stream()
            .filter(taker -> known.size(taker) > 0)
            .map(taker -> known.ring(taker, 0))
            .sorted()
            .map(names::of)
            .toList();
    conclude(
        known.rule(set),
        known.assumed(set),
        claim,
        cited,
        List.copyOf(words),
        depth,
        known.height(set));
  }

  private void reasons(int set, int ring, Set<Integer> takers, Set<String> words) {
    if (known.rule(set) == Rule.DISCLOSED) {
      return;
    }
    Incidence members = known.graph().byRing();
    for (long edge = members.first(ring); edge < members.end(ring); edge++) {
      int key = members.target(edge);
      if (known.setOfKey(key) != set || !known.isPossible(ring, key)) {
        int taker = known.takerOf(ring, key);
        if (taker != Deductions.FREE) {
          takers.add(taker);
          if (known.size(taker) == 0) {
            words.addAll(words(known.assumed(taker)));
          }
        } else {
          Fact fact = known.struckBy(ring, key);
          if (fact != null) {
            words.add(fact.words());
          }
        }
      }
    }
  }

  private static List<String> words(List<Fact> facts) {
    return facts.stream().map(Fact::words).toList();
  }

  private void conclude(
      Rule rule,
      List<Fact> assumed,
      Claim claim,
      List<KeyImage> restsOn,
      List<String> evidence,
      int depth,
      int height) {
    Guarantee guarantee =
        assumed.isEmpty()
            ? Guarantee.PROVEN
            : Guarantee.onlyIf(
                String.join("; ", assumed.stream().map(Fact::assumption).distinct().toList()));
    sink.accept(
        new Conclusion(
            new Finding(rule.heuristic(), guarantee, claim), restsOn, evidence, depth, height));
  }
}
