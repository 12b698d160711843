package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/** Whether a transaction is a step of a peeling chain. */
final class PeelStep {

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

  /** Whether one output is worth at least ten times the other. */
  static boolean isExtreme(CoinTransaction tx) {
    long first = tx.outputValue(0);
    long second = tx.outputValue(1);
    return Math.max(first, second) / 10 >= Math.min(first, second);
  }
}
