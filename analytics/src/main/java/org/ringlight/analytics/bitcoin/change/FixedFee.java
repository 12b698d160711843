package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: the only output that is not spent by a transaction with another fee rate, in whole
 * satoshi for 1,000 virtual bytes, is change.
 *
 * <p>Citation: BlockSci 0.7, {@code fixed_fee} in change_address.cpp.
 *
 * <p>Inputs: the transaction, the spenders of its outputs, their sizes; where sizes are not known
 * it says nothing. Output: a vote. Guarantee: statistical. Where it applies: wallets with one fee
 * rate for all payments. Known failures: wallets that follow the market, whose change it rules out;
 * the rate is rounded, so that sizes which a signature varies by a byte break the match. Cost:
 * O(outputs).
 */
public final class FixedFee extends LikeItsSpender {

  public FixedFee() {
    super(ChangeSource.FIXED_FEE);
  }

  @Override
  boolean applies(CoinTransaction tx, ChangeFacts facts) {
    return facts.traits(tx).feeRate() != CoinTransaction.UNKNOWN;
  }

  @Override
  boolean mayBeSameWallet(Traits own, Traits spender) {
    return spender.feeRate() == CoinTransaction.UNKNOWN || own.feeRate() == spender.feeRate();
  }
}
