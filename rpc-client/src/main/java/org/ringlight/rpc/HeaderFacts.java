package org.ringlight.rpc;

import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * A block's header and what the node knows about the block beside it. The node's word: only the id
 * of a decoded block proves what it covers, and weight, reward and difficulty are not in the block.
 *
 * @param timestamp seconds since 1970 as its miner claimed
 * @param difficulty of this block alone
 * @param weight in bytes, as fee and block size rules count
 * @param reward of the coinbase with fees, in atomic units
 * @param transactionCount without the coinbase
 * @param orphan whether it is off the node's main chain
 */
public record HeaderFacts(
    long height,
    BlockHash hash,
    BlockHash previous,
    long timestamp,
    int majorVersion,
    int minorVersion,
    long nonce,
    TxHash minerTransaction,
    int transactionCount,
    long difficulty,
    long weight,
    long longTermWeight,
    long reward,
    boolean orphan) {}
