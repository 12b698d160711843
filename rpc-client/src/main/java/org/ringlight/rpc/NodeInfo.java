package org.ringlight.rpc;

import java.util.OptionalLong;
import org.ringlight.protocol.BlockHash;

/**
 * What a node says of itself.
 *
 * @param nettype mainnet, stagenet, testnet or fakechain (regtest)
 * @param height number of blocks of its chain; the top block has height {@code height - 1}
 * @param topHash the top block's id
 * @param targetHeight the height its peers have; 0 where it knows none or has caught up
 * @param version as monerod prints it; empty on restricted ports
 * @param restricted whether the port offers only calls safe for strangers
 * @param synchronizedUp whether the node takes itself to have caught up with its peers
 * @param databaseBytes size of its database; 0 on restricted ports
 * @param freeBytes space left on its disk, where it tells
 */
public record NodeInfo(
    String nettype,
    long height,
    BlockHash topHash,
    long targetHeight,
    String version,
    boolean restricted,
    boolean synchronizedUp,
    long databaseBytes,
    OptionalLong freeBytes) {}
