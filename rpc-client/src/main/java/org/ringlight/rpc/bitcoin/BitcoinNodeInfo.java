package org.ringlight.rpc.bitcoin;

import org.ringlight.protocol.BlockHash;

/**
 * What a node says of itself ({@code getblockchaininfo}).
 *
 * @param chain its own word for the network: {@code main}, {@code mainnet}, {@code regtest}
 * @param height of the last block of its best chain
 * @param headers height of the last header that it knows
 * @param tip the hash of the last block
 * @param pruned whether it has thrown old blocks away
 * @param synchronizedUp whether it holds every block whose header it knows, and does not say that
 *     it is still downloading
 */
public record BitcoinNodeInfo(
    String chain,
    long height,
    long headers,
    BlockHash tip,
    boolean pruned,
    boolean synchronizedUp) {}
