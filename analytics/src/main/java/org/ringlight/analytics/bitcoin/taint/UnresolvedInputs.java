package org.ringlight.analytics.bitcoin.taint;

/**
 * What to do where a transaction spends marked coins beside an output that lies below the tables'
 * first block.
 */
public enum UnresolvedInputs {
  /**
   * Such inputs are clean, and worth together what the outputs need beyond the known ones, no more:
   * the fee is then 0. The first of them holds it. {@link TaintReport} counts them.
   */
  CLEAN,

  /** The transaction is refused with a failure that names it. */
  REFUSED
}
