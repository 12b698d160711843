package org.ringlight.analytics.bitcoin.change;

/**
 * Definition: the only output that is not spent by a transaction of another version is change.
 *
 * <p>Citation: Möser and Narayanan, "Resurrecting Address Clustering in Bitcoin", FC 2022
 * (fingerprints of the spending transaction).
 *
 * <p>Inputs: the transaction, the spenders of its outputs. Output: a vote. Guarantee: statistical.
 * Where it applies: since version 2 is in use (BIP 68, 2016). Known failures: wallets that move to
 * another version; payees with the same version, where it says nothing. Cost: O(outputs).
 */
public final class SameVersion extends LikeItsSpender {

  public SameVersion() {
    super(ChangeSource.SAME_VERSION);
  }

  @Override
  boolean mayBeSameWallet(Traits own, Traits spender) {
    return own.version() == spender.version();
  }
}
