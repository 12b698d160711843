package org.ringlight.analytics.bitcoin.coinjoin;

import org.ringlight.analytics.bitcoin.coinjoin.Shape.Equal;

/**
 * What the two rules for Wasabi 1 share, in satoshi: graphsense-lib 2.16.0, {@code WASABI_1X_*}.
 */
final class Wasabi1 {

  /** 0.1 BTC, and how far a denomination may lie from it: 5 %. */
  static final long BASE = 10_000_000;

  static final long TOLERANCE = 500_000;

  static final int LEAST_PARTICIPANTS = 3;
  static final int MOST_INPUTS_EACH = 7;

  private static final int LEAST_INPUTS = 10;
  private static final int SMALL_ROUND = 20;

  private Wasabi1() {}

  /**
   * At least 10 inputs, at most a tenth of them of one address, all output addresses different, and
   * in rounds below 20 inputs no even split.
   */
  static boolean mayBe(Shape shape) {
    return shape.inputs() >= LEAST_INPUTS
        && shape.mostInputsOfOneAddress() * 10 <= shape.inputs()
        && shape.outputAddressesAreDistinct()
        && !(shape.inputs() < SMALL_ROUND && isEvenSplit(shape));
  }

  /** Whether so many different addresses can be those of {@code participants}. */
  static boolean inputsFit(Shape shape, int participants) {
    int addresses = shape.inputAddresses().length;
    return participants >= LEAST_PARTICIPANTS
        && participants <= addresses
        && addresses <= MOST_INPUTS_EACH * participants;
  }

  /**
   * Whether the outputs sum up to a whole number of the most frequent value, but for a ten
   * thousandth: the mark of a payout in equal parts.
   */
  private static boolean isEvenSplit(Shape shape) {
    Equal part = shape.mostFrequent(1, Long.MAX_VALUE);
    if (part.count() == 0) {
      return false;
    }
    long parts = (shape.valueOut() + part.value() / 2) / part.value();
    long rest = Math.abs(shape.valueOut() - parts * part.value());
    return parts > 0 && rest * 10_000 <= shape.valueOut();
  }
}
