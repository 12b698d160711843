package org.ringlight.analytics.bitcoin.change;

/**
 * Definition: the only output that is not spent by a transaction with another use of lock times
 * (none, a height, a time) is change.
 *
 * <p>Citation: BlockSci 0.7, {@code locktime} in change_address.cpp, which knows none and any;
 * Möser and Narayanan, FC 2022.
 *
 * <p>Inputs: the transaction, the spenders of its outputs. Output: a vote. Guarantee: statistical.
 * Where it applies: since wallets set lock times against fee sniping (2014). Known failures: payees
 * with the same kind of wallet, where it says nothing; owners with several wallets. Cost:
 * O(outputs).
 */
public final class SameLockTime extends LikeItsSpender {

  public SameLockTime() {
    super(ChangeSource.SAME_LOCK_TIME);
  }

  @Override
  boolean mayBeSameWallet(Traits own, Traits spender) {
    return own.lockTime() == spender.lockTime();
  }
}
