package org.ringlight.analytics.official;

import java.util.Arrays;

/**
 * The outputs of an amount, and what the tool counts of it. An output has a slot: its number among
 * all outputs in chain order, an index for arrays. Not thread-safe.
 */
final class IndexSpace {

  private final long amount;
  private int[] slots = new int[4];
  private int size;
  private int untagged;
  private long rings;
  private int filled;

  IndexSpace(long amount) {
    this.amount = amount;
  }

  long amount() {
    return amount;
  }

  /** How many outputs there are so far. */
  int size() {
    return size;
  }

  void append(int slot) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, size + (size >> 1) + 4);
    }
    slots[size++] = slot;
  }

  /** The slot of an output that is there. */
  int slot(int amountIndex) {
    return slots[amountIndex];
  }

  void countUntagged() {
    untagged++;
  }

  void countRing() {
    rings++;
  }

  /** Whether the tool takes all its outputs for spent when the next ring is counted. */
  boolean isFullWithNext() {
    return rings + 1 == untagged;
  }

  /** Marks as many outputs, from the first on, as it has without a view tag. */
  void fill(SlotMarks marks) {
    Footing footing = untagged == size ? Footing.SOUND : Footing.MISCOUNTED;
    for (; filled < untagged; filled++) {
      marks.mark(slots[filled], OfficialRule.FULL_COUNT, footing);
    }
  }
}
