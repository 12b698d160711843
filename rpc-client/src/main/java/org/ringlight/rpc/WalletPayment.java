package org.ringlight.rpc;

import java.util.List;
import org.ringlight.failure.DataInvalid;

/** What became of a spend that a wallet was asked for. */
public sealed interface WalletPayment {

  /** Sent to the node's pool; several transactions when the inputs did not fit into one. */
  record Sent(List<WalletTransaction> transactions) implements WalletPayment {

    public Sent {
      transactions = List.copyOf(transactions);
    }
  }

  /**
   * Not made, and nothing was sent: too little unlocked, nothing to sweep, or the node said no.
   *
   * @param code the wallet's error code (monero v0.18.0.0
   *     src/wallet/wallet_rpc_server_error_codes.h)
   */
  record Refused(int code, String reason) implements WalletPayment {}

  /**
   * The transactions, where a refusal is not expected.
   *
   * @throws DataInvalid if the wallet refused
   */
  default List<WalletTransaction> sent() {
    if (this instanceof Sent sent) {
      return sent.transactions();
    }
    Refused refused = (Refused) this;
    throw new DataInvalid(
        "the wallet refused to pay: " + refused.reason(),
        "wallet error " + refused.code(),
        "look at its balance and log");
  }
}
