package org.ringlight.truth.picker;

import java.util.Arrays;

/**
 * An {@link OutputSupply} over the numbers of outputs of each block. Immutable; the supplies of
 * lower heights share its arrays.
 */
public final class ChainSupply implements OutputSupply {

  /** Blocks that a coinbase output waits: CRYPTONOTE_MINED_MONEY_UNLOCK_WINDOW. */
  private static final int COINBASE_LOCK = 60;

  private final long indexSpace;
  private final long firstHeight;
  private final int chainHeight;

  /** Outputs in blocks lower than the array index. */
  private final long[] below;

  /** How many of a block's outputs are of its coinbase; they come first in it. */
  private final int[] coinbases;

  private ChainSupply(
      long indexSpace, long firstHeight, int chainHeight, long[] below, int[] coinbases) {
    this.indexSpace = indexSpace;
    this.firstHeight = firstHeight;
    this.chainHeight = chainHeight;
    this.below = below;
    this.coinbases = coinbases;
  }

  /**
   * A chain of {@code outputs.length} blocks.
   *
   * @param indexSpace 0 for RingCT, else the cleartext amount
   * @param outputs of this space in each block, coinbase outputs among them
   * @param coinbases how many of them are coinbase outputs, for each block
   */
  public static ChainSupply of(long indexSpace, int[] outputs, int[] coinbases) {
    if (outputs.length != coinbases.length) {
      throw new IllegalArgumentException(
          outputs.length + " blocks of outputs, " + coinbases.length + " of coinbase outputs");
    }
    long[] below = new long[outputs.length + 1];
    for (int height = 0; height < outputs.length; height++) {
      if (coinbases[height] < 0 || coinbases[height] > outputs[height]) {
        throw new IllegalArgumentException(
            "coinbase outputs not among a block's outputs [height " + height + "]");
      }
      below[height + 1] = below[height] + outputs[height];
    }
    return new ChainSupply(indexSpace, 0, outputs.length, below, coinbases.clone());
  }

  /** The same outputs, for a daemon that starts the distribution of the space at {@code height}. */
  public ChainSupply startingAt(long height) {
    if (height < 0 || height > chainHeight || below[(int) height] != 0) {
      throw new IllegalArgumentException("not before the first output [height " + height + "]");
    }
    return new ChainSupply(indexSpace, height, chainHeight, below, coinbases);
  }

  /** What a wallet saw when the chain had {@code height} blocks. */
  public ChainSupply at(long height) {
    if (height < 0 || height >= below.length) {
      throw new IllegalArgumentException(
          "the chain has " + (below.length - 1) + " blocks [height " + height + "]");
    }
    return new ChainSupply(indexSpace, firstHeight, (int) height, below, coinbases);
  }

  @Override
  public long indexSpace() {
    return indexSpace;
  }

  @Override
  public long chainHeight() {
    return chainHeight;
  }

  @Override
  public long firstHeight() {
    return firstHeight;
  }

  @Override
  public long countBelow(long height) {
    return below[(int) Math.min(height, chainHeight)];
  }

  @Override
  public long heightOf(long amountIndex) {
    int low = 0;
    int high = chainHeight;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (below[middle] <= amountIndex) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean isLocked(long amountIndex) {
    if (amountIndex < below[Math.max(0, chainHeight - COINBASE_LOCK + 1)]) {
      return false;
    }
    int height = (int) heightOf(amountIndex);
    return amountIndex - below[height] < coinbases[height];
  }

  @Override
  public String toString() {
    return "space " + indexSpace + ": " + count() + " outputs in " + chainHeight + " blocks";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainSupply that
        && indexSpace == that.indexSpace
        && firstHeight == that.firstHeight
        && chainHeight == that.chainHeight
        && Arrays.equals(below, 0, chainHeight + 1, that.below, 0, that.chainHeight + 1)
        && Arrays.equals(coinbases, 0, chainHeight, that.coinbases, 0, that.chainHeight);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count()) * 31 + chainHeight;
  }
}
