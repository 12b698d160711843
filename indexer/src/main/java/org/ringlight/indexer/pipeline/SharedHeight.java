package org.ringlight.indexer.pipeline;

import java.util.function.LongPredicate;

/** Finds the last block that the tables and a source both hold. */
final class SharedHeight {

  private SharedHeight() {}

  /**
   * The highest height from {@code start} to {@code high} that is shared; {@code start - 1} where
   * none is. Below a shared block everything is shared, so it is found by halving.
   */
  static long last(long start, long high, LongPredicate shares) {
    if (high < start || shares.test(high)) {
      return Math.max(high, start - 1);
    }
    long low = start - 1;
    long above = high;
    while (above - low > 1) {
      long middle = low + (above - low) / 2;
      if (shares.test(middle)) {
        low = middle;
      } else {
        above = middle;
      }
    }
    return low;
  }
}
