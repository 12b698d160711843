package org.ringlight.rpc.bitcoinj;

/**
 * What a transaction pays.
 *
 * @param value satoshi
 * @param script to what
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one transaction
public record Payment(long value, byte[] script) {}
