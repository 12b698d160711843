package org.ringlight.indexer.pipeline;

import java.time.Duration;
import java.util.List;
import org.ringlight.protocol.BlockHash;

/**
 * What a run did.
 *
 * @param rolledBack blocks taken back because the node's chain left them
 * @param branchBlocks blocks of the node's other branches that were kept
 * @param notes what the user should know, a sentence each
 */
public record IndexReport(
    long blocks,
    long transactions,
    long quarantined,
    long rolledBack,
    long branchBlocks,
    List<String> notes,
    long tipHeight,
    BlockHash tipHash,
    Duration took) {

  public IndexReport {
    notes = List.copyOf(notes);
  }
}
