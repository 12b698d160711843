package org.ringlight.protocol.bitcoin;

/**
 * What a transaction creates.
 *
 * @param value satoshi, 0 to 21 million coins
 * @param script as on the chain
 * @param payee what the script asks for
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record BitcoinOutput(long value, byte[] script, Payee payee) {}
