package org.ringlight.analytics.official;

import java.util.Arrays;

/**
 * All rings read so far as the tool keeps them: their members' slots in wire order, without those
 * that repeat the one before. Not thread-safe.
 */
final class CanonicalRings {

  private final PagedInts slots = new PagedInts();
  private long[] ends;
  private int count;

  /**
   * @param expected how many rings there will be, about
   */
  CanonicalRings(int expected) {
    this.ends = new long[Math.max(16, expected)];
  }

  int count() {
    return count;
  }

  /** Appends the first {@code size} of these as a ring, and returns its number. */
  int append(int[] members, int size) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count + (count >> 1));
    }
    for (int i = 0; i < size; i++) {
      slots.append(members[i]);
    }
    ends[count] = slots.size();
    return count++;
  }

  /** Where the members of a ring begin. */
  long start(int ring) {
    return ring == 0 ? 0 : ends[ring - 1];
  }

  /** Where they end. */
  long end(int ring) {
    return ends[ring];
  }

  /** The slot that is a member at a place between {@link #start} and {@link #end}. */
  int slot(long place) {
    return slots.get(place);
  }

  /** Whether two rings have the same members in the same order. */
  boolean areEqual(int one, int other) {
    long place = start(one);
    long against = start(other);
    if (end(one) - place != end(other) - against) {
      return false;
    }
    for (; place < end(one); place++, against++) {
      if (slots.get(place) != slots.get(against)) {
        return false;
      }
    }
    return true;
  }

  /** Equal rings have equal hashes. */
  int hash(int ring) {
    long hash = 0;
    for (long place = start(ring); place < end(ring); place++) {
      hash = (hash ^ slots.get(place)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }
}
