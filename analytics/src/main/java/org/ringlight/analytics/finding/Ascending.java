package org.ringlight.analytics.finding;

/** The one form of a set of amount indexes. */
final class Ascending {

  private Ascending() {}

  /** Refuses what is empty, below zero, out of order, or there twice. */
  static void require(long[] amountIndexes) {
    if (amountIndexes.length == 0) {
      throw new IllegalArgumentException("no member is named");
    }
    long before = -1;
    for (long index : amountIndexes) {
      if (index <= before) {
        throw new IllegalArgumentException(
            "amount indexes ascend from 0 and none comes twice, but "
                + index
                + " follows "
                + (before < 0 ? "nothing" : before));
      }
      before = index;
    }
  }
}
