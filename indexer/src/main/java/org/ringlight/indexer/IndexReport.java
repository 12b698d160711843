package org.ringlight.indexer;

import java.time.Duration;
import org.ringlight.protocol.BlockHash;

/**
 * What a run did.
 *
 * @param rolledBack blocks taken back because the node's chain left them
 */
public record IndexReport(
    long blocks,
    long transactions,
    long quarantined,
    long rolledBack,
    long tipHeight,
    BlockHash tipHash,
    Duration took) {}
