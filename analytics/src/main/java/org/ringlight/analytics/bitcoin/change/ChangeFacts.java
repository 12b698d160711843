package org.ringlight.analytics.bitcoin.change;

import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * What change heuristics ask about the chain around a transaction, as of one tip. Addresses and
 * outputs are known ones, never {@link CoinTransaction#UNKNOWN}. {@link ChangeIndex} answers from
 * memory.
 */
public interface ChangeFacts {

  /** Number of the first transaction that pays to an address. */
  long firstPayment(long address);

  /** Whether one transaction pays to it and no other. */
  boolean isPaidOnce(long address);

  /** Whether no more than one transaction spends from it. */
  boolean isSpentOnceAtMost(long address);

  /** Canonical id of its cluster by common-input ownership alone. */
  long cluster(long address);

  /** Number of the known owner of a cluster, or {@link CoinTransaction#UNKNOWN}. */
  default long owner(long cluster) {
    return CoinTransaction.UNKNOWN;
  }

  /** The transaction that made an output; empty where it is not in the tables. */
  Optional<Traits> maker(long output);

  /** The transaction that spends an output; empty while none does. */
  Optional<Traits> spender(long output);

  /** The traits of a transaction itself. */
  Traits traits(CoinTransaction tx);
}
