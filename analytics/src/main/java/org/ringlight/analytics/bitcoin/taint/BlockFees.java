package org.ringlight.analytics.bitcoin.taint;

import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * The fees of the block that is being read, in chain order, and its coinbase, which stands before
 * them and is paid by them. Nothing of a coinbase can be spent in its own block, so that it can
 * wait for the block's end.
 */
final class BlockFees {

  private static final int NO_BLOCK = -1;

  private final Spend paid = new Spend();
  private int height = NO_BLOCK;
  private boolean clean = true;
  private @Nullable WaitingCoinbase coinbase;

  int height() {
    return height;
  }

  void open(int nextHeight) {
    height = nextHeight;
  }

  void await(CoinTransaction transaction) {
    coinbase = WaitingCoinbase.of(transaction);
  }

  @Nullable WaitingCoinbase coinbase() {
    return coinbase;
  }

  /** Whether none of them is marked. */
  boolean areClean() {
    return clean;
  }

  /** A transaction pays its fee, which holds marked satoshi or not. */
  void pay(long fee, @Nullable Held marked) {
    if (fee > 0) {
      paid.addInput(fee, marked);
      clean &= marked == null;
    }
  }

  /**
   * The coinbase as a transaction: new coins, then the fees. A fee that is not known counts with
   * the new coins.
   */
  void addTo(Spend spend, CoinTransaction transaction) {
    spend.addInput(Math.max(0, transaction.valueOut() - paid.valueIn()), null);
    for (int i = 0; i < paid.inputs(); i++) {
      spend.addInput(paid.inputValue(i), paid.held(i));
    }
    for (int j = 0; j < transaction.outputs(); j++) {
      spend.addOutput(transaction.outputValue(j));
    }
  }

  /** All of them as one row. */
  void addTo(Lots row) {
    for (int i = 0; i < paid.inputs(); i++) {
      paid.copyInput(i, row);
    }
  }

  void clear() {
    paid.clear();
    clean = true;
    coinbase = null;
  }
}
