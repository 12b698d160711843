package org.ringlight.truth.picker;

import java.util.Arrays;

/** A ring being filled, the true spend first. */
final class GrowingRing {

  private final OutputSupply supply;
  private final long[] members;
  private int size;

  GrowingRing(OutputSupply supply, long trueIndex, int ringSize) {
    this.supply = supply;
    this.members = new long[ringSize];
    members[size++] = trueIndex;
  }

  boolean isFull() {
    return size == members.length;
  }

  boolean holds(long index) {
    return contains(members, size, index);
  }

  /** Takes a candidate in, unless it is in already or still locked. */
  void offer(long index) {
    if (!holds(index) && !supply.isLocked(index)) {
      members[size++] = index;
    }
  }

  long[] sorted() {
    if (!isFull()) {
      throw new NotEnoughOutputs(
          "not enough outputs to mix: "
              + size
              + " of "
              + members.length
              + " ring members found [index space "
              + supply.indexSpace()
              + ", "
              + supply.count()
              + " outputs, chain of "
              + supply.chainHeight()
              + " blocks]; make more outputs first or ask for a smaller ring");
    }
    Arrays.sort(members);
    return members;
  }

  /** Whether {@code index} is among the first {@code size} of {@code list}. */
  static boolean contains(long[] list, int size, long index) {
    for (int i = 0; i < size; i++) {
      if (list[i] == index) {
        return true;
      }
    }
    return false;
  }
}
