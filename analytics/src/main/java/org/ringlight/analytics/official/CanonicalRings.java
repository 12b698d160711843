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
    slots.append(members, size);
    ends[count] = slots.size();
    return count++;
  }

  private long start(int ring) {
    return ring == 0 ? 0 : ends[ring - 1];
  }

  /** How many members a ring has. */
  int size(int ring) {
    return (int) (ends[ring] - start(ring));
  }

  /** The slot at a place of a ring. */
  int slot(int ring, int place) {
    return slots.get(start(ring) + place);
  }

  /** Whether two rings have the same members in the same order. */
  boolean areEqual(int one, int other) {
    int size = size(one);
    if (size != size(other)) {
      return false;
    }
    for (int place = 0; place < size; place++) {
      if (slot(one, place) != slot(other, place)) {
        return false;
      }
    }
    return true;
  }
}
