package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * The owner of change spends it with the same wallet. An output that is not spent cannot be ruled
 * out (as in BlockSci), so that a vote may change while outputs are unspent.
 */
abstract class LikeItsSpender extends OnlyCandidate {

  LikeItsSpender(ChangeSource source) {
    super(source);
  }

  @Override
  final boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    Traits own = facts.traits(tx);
    return facts
        .spender(tx.outputId(output))
        .map(spender -> mayBeSameWallet(own, spender))
        .orElse(true);
  }

  abstract boolean mayBeSameWallet(Traits own, Traits spender);
}
