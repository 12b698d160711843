package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: the only output whose address was never paid before is change.
 *
 * <p>Citation: BlockSci 0.7, {@code client_change_address_behavior}; Androulaki et al., "Evaluating
 * User Privacy in Bitcoin", FC 2013 (shadow addresses).
 *
 * <p>Inputs: the transaction, the history of its output addresses. Output: a vote. Guarantee:
 * statistical. Where it applies: wallets that take a new address for change, and payees that show
 * theirs more than once. Known failures: wallets that reuse an address for change while the payee
 * shows a new one. Cost: O(outputs).
 */
public final class FreshAddress extends OnlyCandidate {

  public FreshAddress() {
    super(ChangeSource.FRESH_ADDRESS);
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    return facts.firstPayment(tx.outputAddress(output)) == tx.id();
  }
}
