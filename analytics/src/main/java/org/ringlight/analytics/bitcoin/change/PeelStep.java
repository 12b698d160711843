package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/** Whether a transaction is a step of a peeling chain. */
final class PeelStep {

  private static final MultiInputChange CLUSTERS = new MultiInputChange();

  private PeelStep() {}

  /**
   * One input, two outputs, and the transaction before it or one after it is so too (BlockSci 0.7,
   * {@code isPeelingChain}).
   */
  static boolean is(CoinTransaction tx, ChangeFacts facts) {
    if (!facts.traits(tx).looksLikePeel()) {
      return false;
    }
    return facts.maker(tx.inputOutput(0)).filter(Traits::looksLikePeel).isPresent()
        || facts.spender(tx.outputId(0)).filter(Traits::looksLikePeel).isPresent()
        || facts.spender(tx.outputId(1)).filter(Traits::looksLikePeel).isPresent();
  }

  /**
   * Whether a step's values decide: one output is worth at least ten times the other, which is not
   * in the cluster of the input.
   */
  static boolean isDecidedByValue(CoinTransaction tx, ChangeFacts facts) {
    if (!is(tx, facts)) {
      return false;
    }
    int small = tx.outputValue(0) < tx.outputValue(1) ? 0 : 1;
    return tx.outputValue(1 - small) / 10 >= tx.outputValue(small)
        && !CLUSTERS.mayBeChange(tx, small, facts);
  }
}
