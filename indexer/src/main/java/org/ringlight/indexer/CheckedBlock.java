package org.ringlight.indexer;

import java.util.List;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.HeaderFacts;

/**
 * A block verified by itself: its id recomputed over the tree of its transaction hashes, its
 * transactions recomputed equal to those hashes. What it needs of the blocks before it
 * (predecessor, output indices, ring members) is checked when it is stored.
 *
 * @param coinbase the block's own transaction
 * @param transactions the others, in block order
 */
record CheckedBlock(
    long height,
    BlockHash id,
    Block block,
    CheckedTransaction.Verified coinbase,
    List<CheckedTransaction> transactions,
    HeaderFacts facts) {}
