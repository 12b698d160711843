package org.ringlight.rpc;

import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * An output asked for by its name. The node's word: that {@code transaction} has an output with
 * this key and commitment is verified by fetching and hashing it; that the output bears this name,
 * only by counting all outputs before it.
 *
 * @param commitment to its amount; one that the node works out, amount and blinding factor 1, where
 *     the amount is in clear or a coinbase's
 * @param height of its block
 * @param unlocked whether the transaction's unlock time has passed at the node's tip, as for every
 *     coinbase after 60 blocks; the ten blocks that every output waits do not count here
 */
public record FetchedOutput(
    OutputName asked,
    PublicKey key,
    Commitment commitment,
    long height,
    TxHash transaction,
    boolean unlocked) {}
