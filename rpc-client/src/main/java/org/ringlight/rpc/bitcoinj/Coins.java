package org.ringlight.rpc.bitcoinj;

import org.ringlight.protocol.TxHash;

/**
 * An output that can be spent.
 *
 * @param hash the transaction that made it
 * @param index its position there
 * @param value satoshi
 * @param script what it is paid to
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one signature
public record Coins(TxHash hash, int index, long value, byte[] script) {}
