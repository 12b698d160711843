package org.ringlight.protocol;

import java.util.List;

/**
 * A block: its header, its miner transaction, and the hashes of the others. Source: monero
 * v0.18.3.4 src/cryptonote_basic/cryptonote_basic.h block.
 *
 * @param minerTransaction always whole
 * @param transactionHashes in the order of the block, without the miner transaction's
 */
public record Block(
    BlockHeader header, Transaction minerTransaction, List<TxHash> transactionHashes) {

  public Block {
    transactionHashes = List.copyOf(transactionHashes);
  }
}
