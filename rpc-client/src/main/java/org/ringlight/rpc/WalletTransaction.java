package org.ringlight.rpc;

import org.ringlight.protocol.TxHash;

/**
 * A transaction a wallet has sent.
 *
 * @param amount what the destinations receive, atomic units
 * @param fee atomic units
 * @param secretKey the transaction's secret key, hex; proves the payment to whoever is shown it
 */
public record WalletTransaction(TxHash hash, long amount, long fee, String secretKey) {

  /** Leaves the secret key out. */
  @Override
  public String toString() {
    return "tx " + hash + " of " + amount + " atomic units, fee " + fee;
  }
}
