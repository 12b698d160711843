package org.ringlight.analytics.heuristic;

import java.util.Arrays;
import java.util.BitSet;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.graph.Incidence;

/**
 * Definition: n rings that name the same n keys spend all of them among themselves.
 *
 * <p>Citation: Wijaya et al., "Monero Ring Attack: Recreating Zero Mixin Transaction Effect",
 * TrustCom 2018; monero's blockchain_blackball.cpp at v0.18.0.0, rule duplicate-rings.
 *
 * <p>Inputs: rings. Output: closed sets; their outputs spent, and decoys elsewhere. Guarantee:
 * proven. Where it applies: everywhere. Known failures: none. Cost: two looks at every ring whose
 * keys all are in as many rings as it has keys; 2 bytes a ring at most.
 */
public final class IdenticalRings implements Deduction {

  static final Card CARD =
      Card.of(Rule.IDENTICAL_RINGS, Guarantee.PROVEN)
          .definition("n rings that name the same n keys spend all of them among themselves.")
          .citation("Wijaya et al., TrustCom 2018; monero v0.18 duplicate-rings.")
          .applies("Everywhere.")
          .knownFailures("None.")
          .cost("O(members), and a sort of the rings that can be such.");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public boolean isWorthRepeating() {
    return false; // a ring that loses a key is not one of them any more
  }

  @Override
  public void deduce(Deductions known) {
    Candidates candidates = Candidates.of(known);
    candidates.eachGroup((rings, from, to) -> takeWhereClosed(known, rings, from, to));
  }

  /** Rings of one hash: nearly always identical; those that are not are told apart. */
  private static void takeWhereClosed(Deductions known, int[] rings, int from, int to) {
    Incidence members = known.graph().byRing();
    boolean[] done = new boolean[to - from];
    for (int i = from; i < to; i++) {
      if (done[i - from]) {
        continue;
      }
      int[] same = new int[to - i];
      int count = 0;
      for (int j = i; j < to; j++) {
        if (!done[j - from] && areSame(members, rings[i], rings[j])) {
          done[j - from] = true;
          same[count++] = rings[j];
        }
      }
      if (count == members.degree(rings[i])) {
        int[] keys = new int[count];
        for (int k = 0; k < count; k++) {
          keys[k] = members.target(members.first(rings[i]) + k);
        }
        known.take(Arrays.copyOf(same, count), keys, count, Rule.IDENTICAL_RINGS, 0);
      }
    }
  }

  private static boolean areSame(Incidence members, int one, int other) {
    int degree = members.degree(one);
    if (members.degree(other) != degree) {
      return false;
    }
    for (int i = 0; i < degree; i++) {
      if (members.target(members.first(one) + i) != members.target(members.first(other) + i)) {
        return false;
      }
    }
    return true;
  }

  /** Which hashes came more than once, and few of the others: 2 to 16 bits each. */
  private static final class Twice {

    private static final int MOST = 1 << 30;

    private final BitSet once;
    private final BitSet again;
    private final int mask;

    Twice(int hashes) {
      mask = Integer.highestOneBit(Math.max(64, (int) Math.min(MOST, 4L * hashes))) * 2 - 1;
      once = new BitSet(mask);
      again = new BitSet(mask);
    }

    void see(long hash) {
      int place = (int) (hash >>> 20) & mask;
      if (once.get(place)) {
        again.set(place);
      } else {
        once.set(place);
      }
    }

    boolean isSeenTwice(long hash) {
      return again.get((int) (hash >>> 20) & mask);
    }
  }

  /** Rings that may be one of n identical ones, sorted by a hash of their keys. */
  private static final class Candidates {

    private long[] hashes = new long[64];
    private int[] rings = new int[64];
    private int count;

    interface Group {
      void rings(int[] rings, int from, int to);
    }

    static Candidates of(Deductions known) {
      int[] open = known.open();
      Twice twice = new Twice(open.length);
      Incidence members = known.graph().byRing();
      Incidence byKey = known.graph().byKey();
      int possible = 0;
      for (int ring : open) {
        if (!known.isCut(ring)
            && known.left(ring) == members.degree(ring)
            && isPossible(members, byKey, ring)) {
          twice.see(hash(members, ring));
          open[possible++] = ring;
        }
      }
      Candidates found = new Candidates();
      for (int i = 0; i < possible; i++) {
        long hash = hash(members, open[i]);
        if (twice.isSeenTwice(hash)) {
          found.add(open[i], hash);
        }
      }
      return found;
    }

    private static boolean isPossible(Incidence members, Incidence byKey, int ring) {
      int degree = members.degree(ring);
      for (long edge = members.first(ring); edge < members.end(ring); edge++) {
        if (byKey.degree(members.target(edge)) < degree) {
          return false;
        }
      }
      return degree > 1;
    }

    private static long hash(Incidence members, int ring) {
      long hash = members.degree(ring);
      for (long edge = members.first(ring); edge < members.end(ring); edge++) {
        hash = (hash ^ members.target(edge)) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 32;
      }
      return hash;
    }

    private void add(int ring, long hash) {
      if (count == rings.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
        rings = Arrays.copyOf(rings, 2 * count);
      }
      hashes[count] = hash;
      rings[count++] = ring;
    }

    /** Groups of at least two with one hash, in the order of their hashes; each ascends. */
    void eachGroup(Group group) {
      int[] order = repeated();
      int from = 0;
      for (int i = 1; i <= order.length; i++) {
        if (i == order.length || hashes[order[i]] != hashes[order[from]]) {
          if (i - from > 1) {
            int[] same = new int[i - from];
            for (int j = from; j < i; j++) {
              same[j - from] = rings[order[j]];
            }
            group.rings(same, 0, same.length);
          }
          from = i;
        }
      }
    }

    /** Places of the rings whose hash another has too, by hash and then by ring. */
    private int[] repeated() {
      long[] sorted = Arrays.copyOf(hashes, count);
      Arrays.parallelSort(sorted);
      int many = 0;
      for (int i = 1; i < count; i++) {
        if (sorted[i] == sorted[i - 1] && (many == 0 || sorted[many - 1] != sorted[i])) {
          sorted[many++] = sorted[i];
        }
      }
      int[] places = new int[64];
      int found = 0;
      for (int i = 0; i < count; i++) {
        if (Arrays.binarySearch(sorted, 0, many, hashes[i]) >= 0) {
          places = found == places.length ? Arrays.copyOf(places, 2 * found) : places;
          places[found++] = i;
        }
      }
      return Arrays.stream(places, 0, found)
          .boxed()
          .sorted(
              java.util.Comparator.<Integer>comparingLong(place -> hashes[place])
                  .thenComparingInt(place -> rings[place]))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }
}
