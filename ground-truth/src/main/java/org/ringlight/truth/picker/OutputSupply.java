package org.ringlight.truth.picker;

/**
 * The outputs of one index space at the moment a wallet chooses decoys: how many each block of the
 * chain made. Outputs are numbered from 0 in chain order, so an index stands for an output and a
 * count below a height for the first index at that height.
 *
 * <p>Nothing here is boxed and pickers call it on every draw: an implementation should answer from
 * arrays.
 */
public interface OutputSupply {

  /** The index space of RingCT outputs and version 2 coinbases. */
  long RINGCT = 0;

  /** 0 for RingCT, else the cleartext amount. */
  long indexSpace();

  /** The number of blocks on the chain, which is the height of the block now being built. */
  long chainHeight();

  /**
   * The height at which a daemon starts the distribution of this space: the first height that can
   * have an output. On mainnet 1,220,516 for RingCT, on a regtest chain 0 (monero v0.18.0.0
   * src/cryptonote_core/blockchain.cpp, get_output_distribution).
   */
  default long firstHeight() {
    return 0;
  }

  /** The number of outputs on the chain. */
  default long count() {
    return countBelow(chainHeight());
  }

  /**
   * The number of outputs in blocks lower than {@code height}.
   *
   * @param height from 0 to {@link #chainHeight()}
   */
  long countBelow(long height);

  /**
   * The height of the block that made an output.
   *
   * @param amountIndex from 0, below {@link #count()}
   */
  long heightOf(long amountIndex);

  /**
   * Whether the output's own unlock time still keeps it from being spent in the block being built:
   * coinbase outputs for 60 blocks, others as their transaction says. The ten blocks that every
   * output waits are not meant.
   */
  boolean isLocked(long amountIndex);

  /**
   * The number of outputs that are at least {@code blocks} old, an output of the newest block being
   * one block old.
   */
  default long countAged(long blocks) {
    return countBelow(Math.max(0, chainHeight() - blocks + 1));
  }
}
