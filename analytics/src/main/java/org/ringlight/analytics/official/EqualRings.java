package org.ringlight.analytics.official;

/**
 * How often each ring came: a hash table with open addressing, at most two thirds full. Not
 * thread-safe.
 */
final class EqualRings {

  private static final int LARGEST = 1 << 30;

  private final CanonicalRings rings;
  private final int mask;
  // by place: a hash above, below the number of the first of equal rings and one more, or 0
  private final long[] known;
  // by place: how often it came again
  private final int[] again;

  EqualRings(CanonicalRings rings, int expected) {
    this.rings = rings;
    long wanted = Math.max(16, 3L * expected / 2);
    int places = wanted > LARGEST / 2 ? LARGEST : Integer.highestOneBit((int) wanted - 1) << 1;
    this.mask = places - 1;
    this.known = new long[places];
    this.again = new int[places];
  }

  /**
   * Counts a ring; how often it has come by now, this time included.
   *
   * @param hash the same for equal rings
   */
  int count(int ring, int hash) {
    int place = hash & mask;
    for (; known[place] != 0; place = (place + 1) & mask) {
      if ((int) (known[place] >>> 32) == hash && rings.areEqual((int) known[place] - 1, ring)) {
        return ++again[place] + 1;
      }
    }
    known[place] = (long) hash << 32 | (ring + 1);
    return 1;
  }
}
