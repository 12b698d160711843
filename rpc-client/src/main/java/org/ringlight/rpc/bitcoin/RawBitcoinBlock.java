package org.ringlight.rpc.bitcoin;

import org.ringlight.protocol.BlockHash;

/**
 * A block as it came: the source's word for height and hash, to be checked against the bytes.
 *
 * @param bytes as on the wire, witnesses included
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one decoder
public record RawBitcoinBlock(long height, BlockHash hash, byte[] bytes) {}
