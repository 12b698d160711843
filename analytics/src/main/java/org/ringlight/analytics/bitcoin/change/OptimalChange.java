package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: the only output that is worth less than the smallest input is change: with more
 * change than that, the input would not have been needed. {@link #afterFee} takes the fee off the
 * input first, since an input fewer would not have made the fee disappear.
 *
 * <p>Citation: BlockSci 0.7, {@code optimal_change} in change_address.cpp; also known as the
 * unnecessary input heuristic 1.
 *
 * <p>Inputs: the transaction. Output: a vote. Guarantee: statistical. Where it applies: two inputs
 * or more; with one, every output is worth less and it says nothing, so that it never speaks
 * against a peeling chain. Known failures: wallets that spend more coins than they need; PayJoins.
 * Cost: O(inputs × outputs).
 */
public final class OptimalChange extends OnlyCandidate {

  private OptimalChange(ChangeSource source) {
    super(source);
  }

  /** Below the smallest input. */
  public static OptimalChange plain() {
    return new OptimalChange(ChangeSource.OPTIMAL_CHANGE);
  }

  /** Below the smallest input without the fee. */
  public static OptimalChange afterFee() {
    return new OptimalChange(ChangeSource.OPTIMAL_CHANGE_AFTER_FEE);
  }

  @Override
  boolean applies(CoinTransaction tx, ChangeFacts facts) {
    return tx.inputs() > 1;
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    long fee = source() == ChangeSource.OPTIMAL_CHANGE_AFTER_FEE ? tx.fee() : 0;
    return tx.outputValue(output) < smallestInput(tx) - fee;
  }
}
