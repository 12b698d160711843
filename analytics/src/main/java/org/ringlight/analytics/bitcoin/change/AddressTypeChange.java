package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: where all inputs have one script type, the only output of that type is change.
 *
 * <p>Citation: BlockSci 0.7, {@code address_type} in change_address.cpp.
 *
 * <p>Inputs: the transaction. Output: a vote. Guarantee: statistical. Where it applies: from P2SH
 * on; best while several types are common. Known failures: wallets that move to a new type, and
 * those that choose the type of change after the payee. Cost: O(inputs × outputs).
 */
public final class AddressTypeChange extends OnlyCandidate {

  public AddressTypeChange() {
    super(ChangeSource.ADDRESS_TYPE);
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    return hasTypeOfInputs(tx, output);
  }
}
