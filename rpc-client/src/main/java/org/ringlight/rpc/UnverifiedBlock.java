package org.ringlight.rpc;

import java.util.List;

/**
 * The bytes a node gives for one block. Nothing is verified but their shape: there is one array of
 * output indices for the coinbase and for each transaction. The caller recomputes the block's id,
 * checks that it follows the block before, that the transactions hash to the ids the block lists,
 * in that order, that there is one index for each output, and that the indices continue those given
 * out before.
 *
 * @param blob canonical bytes of the block, its coinbase inside; not copied
 * @param transactions those of the block's list, in its order, without the coinbase
 * @param outputIndices for the coinbase and then each transaction, the index of each output within
 *     its amount (0 for RingCT outputs and version 2 coinbases), unsigned; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // blobs on their way to the decoder: no copy
public record UnverifiedBlock(
    byte[] blob, List<UnverifiedTransaction> transactions, List<long[]> outputIndices) {

  public UnverifiedBlock {
    transactions = List.copyOf(transactions);
    outputIndices = List.copyOf(outputIndices);
  }
}
