package org.ringlight.indexer.bitcoin;

import org.ringlight.protocol.bitcoin.BitcoinBlock;

/**
 * A block verified by itself, with the fingerprints of everything it spends and makes, two words
 * each in block order. What it needs of the blocks before it is checked when it is stored.
 *
 * @param bytes as on the wire
 * @param inputs of the outputs that its inputs spend; the coinbase's has none
 * @param outputs of the outputs that it makes
 * @param payees of those outputs' payees; zeros where a script names none
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record NamedBlock(
    long height, BitcoinBlock block, byte[] bytes, long[] inputs, long[] outputs, long[] payees) {}
