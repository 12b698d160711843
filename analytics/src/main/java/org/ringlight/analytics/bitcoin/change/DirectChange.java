package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: the only output whose address is one of the inputs is change.
 *
 * <p>Citation: graphsense-lib 2.16.0, {@code direct_change}; the same as BlockSci's {@code
 * address_reuse}, which therefore has no class of its own.
 *
 * <p>Inputs: the transaction. Output: a vote. Guarantee: statistical. Where it applies: wallets
 * that reuse addresses. Known failures: a payment to oneself; with two such outputs it says
 * nothing. Cost: O(inputs × outputs).
 */
public final class DirectChange extends OnlyCandidate {

  public DirectChange() {
    super(ChangeSource.DIRECT_CHANGE);
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    return isInputAddress(tx, tx.outputAddress(output));
  }
}
