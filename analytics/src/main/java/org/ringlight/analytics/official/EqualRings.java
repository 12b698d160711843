package org.ringlight.analytics.official;

/**
 * How often each ring came: a hash table with open addressing, of as many places as rings are
 * expected and half as many more at least. Not thread-safe.
 */
final class EqualRings {

  private static final int LARGEST = 1 << 30;

  private final CanonicalRings rings;
  private final int mask;
  // by place: the number of the first of equal rings and one more, 0 where there is none
  private final int[] first;
  private final int[] hashes;
  private final int[] times;

  EqualRings(CanonicalRings rings, int expected) {
    this.rings = rings;
    long wanted = Math.max(16, expected + (expected >> 1));
    int places = wanted > LARGEST / 2 ? LARGEST : Integer.highestOneBit((int) wanted - 1) << 1;
    this.mask = places - 1;
    this.first = new int[places];
    this.hashes = new int[places];
    this.times = new int[places];
  }

  /** Counts a ring; how often it has come by now, this time included. */
  int count(int ring) {
    int hash = rings.hash(ring);
    int place = hash & mask;
    while (first[place] != 0) {
      if (hashes[place] == hash && rings.areEqual(first[place] - 1, ring)) {
        return ++times[place];
      }
      place = (place + 1) & mask;
    }
    first[place] = ring + 1;
    hashes[place] = hash;
    times[place] = 1;
    return 1;
  }
}
