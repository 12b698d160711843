package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/** Votes for the output of a transaction that goes back to the payer. Pure. */
public interface ChangeHeuristic {

  /** In place of an output: nothing is said. */
  int ABSTAINS = -1;

  /** Its name. */
  ChangeSource source();

  /**
   * Index of the only output that may be change, or {@link #ABSTAINS} where that is none or more
   * than one.
   *
   * @param tx with its inputs resolved, no coinbase
   */
  int vote(CoinTransaction tx, ChangeFacts facts);
}
