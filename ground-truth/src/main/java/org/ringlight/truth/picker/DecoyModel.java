package org.ringlight.truth.picker;

/**
 * How likely one draw of a picker is to be each output of a supply, bad draws that a wallet repeats
 * left out: a probability mass function over indices, and so over heights.
 */
public interface DecoyModel {

  /** The chance that the draw is this output. */
  double atIndex(long amountIndex);

  /** The chance that the draw is an output of the block at {@code height}. */
  double atHeight(long height);

  /** The same for every height, from 0; it sums to 1. */
  double[] byHeight();

  /**
   * The chance given that the draw is not {@linkplain OutputSupply#isLocked locked}: wallets drop
   * those that are. Walks over the whole supply once.
   */
  DecoyModel unlocked();
}
