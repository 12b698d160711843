package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: the only output whose value is no multiple of a power of ten is change; people pay
 * round amounts, what is left is not round.
 *
 * <p>Citation: BlockSci 0.7, {@code power_of_ten_value}, with 6 digits (0.01 BTC) by default.
 *
 * <p>Inputs: the transaction. Output: a vote. Guarantee: statistical. Where it applies: payments
 * whose amount somebody chose in bitcoin. Known failures: amounts that were computed from a
 * currency; a round rest of a round coin. Cost: O(outputs).
 */
public final class PowerOfTen extends OnlyCandidate {

  /** 0.01 BTC. */
  static final long DEFAULT_UNIT = 1_000_000;

  private static final int MOST_DIGITS = 15;

  private final long unit;

  /** Multiples of 0.01 BTC. */
  public PowerOfTen() {
    this(6);
  }

  /**
   * @param digits that must be 0 in satoshi, 1 to 15
   */
  public PowerOfTen(int digits) {
    super(ChangeSource.POWER_OF_TEN);
    if (digits < 1 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException("digits from 1 to " + MOST_DIGITS + ": " + digits);
    }
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    unit = power;
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    return tx.outputValue(output) % unit != 0;
  }
}
