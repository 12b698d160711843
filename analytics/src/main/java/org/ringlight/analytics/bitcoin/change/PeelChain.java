package org.ringlight.analytics.bitcoin.change;

import java.util.List;

/**
 * A chain of payments out of one coin.
 *
 * @param steps in chain order; empty where the start is none
 * @param before why it was not followed further back
 * @param after why it was not followed further on
 */
public record PeelChain(List<Step> steps, Stop before, Stop after) {

  /**
   * One payment.
   *
   * @param transaction its number in chain order
   * @param change number of the output with which the chain goes on, or {@link
   *     org.ringlight.analytics.bitcoin.CoinTransaction#UNKNOWN} where the chain stops before one
   *     could be told
   */
  public record Step(long transaction, long change) {}

  /** Why a chain was not followed further. */
  public enum Stop {
    /** The transaction to start from has not the shape of a step. */
    NOT_A_STEP,
    /** No output is spent as of this tip. */
    UNSPENT,
    /** The transaction that goes on, or that came before, has not the shape of a step. */
    OTHER_SHAPE,
    /** No transaction there looks like the same wallet's. */
    NO_MATCH,
    /** More than one does. */
    SEVERAL_MATCH,
    /** What came before is not in the tables. */
    UNKNOWN_PAST,
    /** The coin was mined. */
    COINBASE,
    /** As many steps as were asked for. */
    LIMIT
  }

  public PeelChain {
    steps = List.copyOf(steps);
  }
}
