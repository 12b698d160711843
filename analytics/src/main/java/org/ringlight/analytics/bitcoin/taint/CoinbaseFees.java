package org.ringlight.analytics.bitcoin.taint;

/** What becomes of marked satoshi that a fee took. */
public enum CoinbaseFees {
  /** They are counted as fees and followed no further. */
  END,

  /**
   * They go on to the miner: at the end of a block its coinbase is split as a transaction whose
   * inputs are the new coins, clean, and then every fee in chain order. What the miner did not
   * claim is that transaction's fee, and ends.
   */
  FLOW_ON
}
