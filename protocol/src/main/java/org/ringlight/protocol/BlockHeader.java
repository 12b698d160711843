package org.ringlight.protocol;

/**
 * A block's header. Source: monero v0.18.3.4 src/cryptonote_basic/cryptonote_basic.h block_header.
 *
 * @param major the hard fork whose rules the block keeps, 0 to 255
 * @param minor the miner's vote for a hard fork, 0 to 255
 * @param timestamp Unix seconds as the miner says, unsigned
 * @param previous the block before
 * @param nonce found by mining, 0 to 2^32 - 1
 */
public record BlockHeader(long major, long minor, long timestamp, BlockHash previous, long nonce) {

  public BlockHeader {
    if ((major | minor) >>> 8 != 0 || nonce >>> 32 != 0) {
      throw new IllegalArgumentException(
          "version " + major + "." + minor + " or nonce " + nonce + " out of range");
    }
  }
}
