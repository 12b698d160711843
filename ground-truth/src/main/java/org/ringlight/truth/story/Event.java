package org.ringlight.truth.story;

import java.util.List;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.WalletTransaction;

/**
 * Something an actor did with its wallet.
 *
 * @param when it was done; the transactions stand in a later block
 * @param actor who paid
 * @param kind what for
 * @param payees who was paid what, in the order the wallet was told
 * @param transactions what the wallet sent: one, or several where the inputs did not fit into one
 */
public record Event(
    Moment when,
    String actor,
    Kind kind,
    List<Payee> payees,
    List<WalletTransaction> transactions) {

  public Event {
    payees = List.copyOf(payees);
    transactions = List.copyOf(transactions);
  }

  /** What a payment was for. */
  public enum Kind {
    CASH_OUT("cash-out"),
    CHURN("churn"),
    CONSOLIDATION("consolidation"),
    DEPOSIT("deposit"),
    LOST_DEPOSIT("deposit that is taken back"),
    PAYMENT("payment"),
    PAYMENT_TO_SELF("payment to self"),
    PAYOUT("payout"),
    SPLIT("split"),
    SWAP("swap"),
    THEFT("theft"),
    WITHDRAWAL("withdrawal");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public long height() {
    return when.height();
  }

  /** What the receivers got, atomic units. */
  public long amount() {
    return transactions.stream().mapToLong(WalletTransaction::amount).sum();
  }

  /** The hashes of its transactions. */
  public List<TxHash> hashes() {
    return transactions.stream().map(WalletTransaction::hash).toList();
  }
}
