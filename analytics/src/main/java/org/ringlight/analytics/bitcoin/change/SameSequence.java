package org.ringlight.analytics.bitcoin.change;

/**
 * Definition: the only output that is not spent by a transaction with another use of sequence
 * numbers (final, lock time only, replaceable by BIP 125) is change.
 *
 * <p>Citation: Möser and Narayanan, "Resurrecting Address Clustering in Bitcoin", FC 2022
 * (fingerprints of the spending transaction).
 *
 * <p>Inputs: the transaction, the spenders of its outputs. Output: a vote. Guarantee: statistical.
 * Where it applies: since transactions may say that they are replaceable (2016). Known failures:
 * wallets that ask their owner each time. Cost: O(outputs).
 */
public final class SameSequence extends LikeItsSpender {

  public SameSequence() {
    super(ChangeSource.SAME_SEQUENCE);
  }

  @Override
  boolean mayBeSameWallet(Traits own, Traits spender) {
    return own.sequence() == spender.sequence();
  }
}
