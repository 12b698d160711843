package org.ringlight.rpc;

import org.ringlight.protocol.TxHash;

/**
 * A transaction that waits in the node's pool. It may wait in vain: transactions of orphaned blocks
 * come back to the pool, where they stay for a week even if the main chain has spent their key
 * images; {@code doubleSpendSeen} does not tell.
 *
 * @param hash as the node says; hash {@code blob} to verify it
 * @param blob all its bytes; not copied
 * @param fee in atomic units
 * @param weight in bytes
 * @param receivedAt seconds since 1970 when the node first saw it; 0 on restricted ports
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the decoder: no copy
public record PoolTransaction(
    TxHash hash,
    byte[] blob,
    long fee,
    long weight,
    long receivedAt,
    boolean relayed,
    boolean doubleSpendSeen) {}
