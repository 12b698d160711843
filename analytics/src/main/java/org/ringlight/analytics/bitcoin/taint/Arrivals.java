package org.ringlight.analytics.bitcoin.taint;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * What marked coins mean: where marks begin, what they become where they arrive, where they end. A
 * {@link CoinFlow} moves them and knows no more of them than that.
 */
public interface Arrivals {

  /** No mark. */
  int NONE = Lots.CLEAN;

  /** A transaction that spends marked coins: called before its outputs' arrivals. */
  default void spending(CoinTransaction transaction) {}

  /**
   * The mark that an output gets when it is made, or {@link #NONE}. Called once for every output of
   * the chain, after its arrivals.
   */
  int origin(CoinTransaction transaction, int output);

  /** How much of an output its origin marks, the first satoshi of it; usually all. */
  default long originAmount(CoinTransaction transaction, int output) {
    return transaction.outputValue(output);
  }

  /**
   * Marked coins arrive in an output. With several lots of one mark it is called for each.
   *
   * @return the mark that they have from now on, or {@link #NONE} where they are followed no
   *     further
   */
  int arrive(CoinTransaction transaction, int output, int mark, long amount);

  /** Marked coins of an output that its own origin replaces. */
  default void replaced(CoinTransaction transaction, int output, int mark, long amount) {}

  /** Marked coins that a fee took and that are followed no further. */
  default void fee(int height, int mark, long amount) {}
}
