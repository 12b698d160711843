package org.ringlight.truth.story;

import java.util.List;
import org.ringlight.rpc.WalletTransaction;

/**
 * Something an actor did with its wallet.
 *
 * @param height of the chain when it was done; the transactions stand in a later block
 * @param actor who paid
 * @param kind what for, as "payout"
 * @param to who was paid, as names of the story
 * @param transactions what the wallet sent
 */
public record Event(
    long height, String actor, String kind, List<String> to, List<WalletTransaction> transactions) {

  public Event {
    to = List.copyOf(to);
    transactions = List.copyOf(transactions);
  }

  /** What the receivers got, atomic units. */
  public long amount() {
    return transactions.stream().mapToLong(WalletTransaction::amount).sum();
  }
}
