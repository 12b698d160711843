package org.ringlight.indexer.verify;

import java.util.List;

/**
 * What a check found.
 *
 * @param blocks ids recomputed from their rows
 * @param transactions hashes recomputed from their rows
 * @param notRecomputable transactions of version 1 whose hash covers signatures that are not stored
 * @param quarantined transactions kept as bytes only
 * @param members ring members found to name the output that their dense id names
 * @param olderOutputs outputs older than the slice, which are the node's word
 * @param sampledBlocks blocks compared with the node's
 * @param sampledTransactions transactions fetched from the node again and hashed
 * @param problems what is wrong, the first ones
 * @param problemCount how many problems there are
 */
public record CheckReport(
    long blocks,
    long transactions,
    long notRecomputable,
    long quarantined,
    long outputs,
    long rings,
    long members,
    long olderOutputs,
    long sampledBlocks,
    long sampledTransactions,
    List<String> problems,
    long problemCount) {}
