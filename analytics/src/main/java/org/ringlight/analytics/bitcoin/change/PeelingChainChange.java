package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: in a step of a peeling chain (one input, two outputs, and so is the transaction
 * before it or one after it) the only output that is not spent otherwise is change.
 *
 * <p>Citation: BlockSci 0.7, {@code peeling_chain} in change_address.cpp.
 *
 * <p>Inputs: the transaction, the one before it and those after it. Output: a vote. Guarantee:
 * statistical. Where it applies: wallets with one large coin. Known failures: a payee that pays on
 * in the same shape while the change is spent with other coins. It cannot be measured on change
 * that co-spending reveals, since such change never goes on so. Cost: O(1).
 */
public final class PeelingChainChange extends OnlyCandidate {

  public PeelingChainChange() {
    super(ChangeSource.PEELING_CHAIN);
  }

  @Override
  boolean applies(CoinTransaction tx, ChangeFacts facts) {
    return PeelStep.is(tx, facts);
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    return facts.spender(tx.outputId(output)).map(Traits::looksLikePeel).orElse(true);
  }
}
