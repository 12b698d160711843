package org.ringlight.protocol.bitcoin;

import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;

/**
 * The 80 bytes that a miner hashes (Bitcoin Core, {@code CBlockHeader} in {@code
 * primitives/block.h}). Hashes are in display order, as explorers and nodes write them.
 *
 * @param version as on the chain, signed
 * @param previous the block before; zeros for genesis
 * @param merkleRoot of the transactions' ids
 * @param time seconds since 1970, unsigned 32 bits
 * @param bits the target in compact form, unsigned 32 bits
 * @param nonce unsigned 32 bits
 */
public record BitcoinHeader(
    int version, BlockHash previous, Hash merkleRoot, long time, long bits, long nonce) {}
