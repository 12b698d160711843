package org.ringlight.indexer.verify;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a check of Bitcoin's tables found.
 *
 * @param blocks ids recomputed from their header's columns, each with the work it claims
 * @param transactions whose ids the merkle roots hold
 * @param inputs that name the output that they spend, with its value and address
 * @param olderInputs that spend what is older than the slice, or is kept in quarantine
 * @param unspent satoshi in outputs that no input spends; empty where not all of the chain is there
 * @param unclaimed satoshi that miners could have paid themselves and did not
 * @param problems what is wrong, the first ones
 * @param problemCount how many problems there are
 */
public record BitcoinCheckReport(
    long blocks,
    long transactions,
    long inputs,
    long olderInputs,
    long outputs,
    long addresses,
    long quarantined,
    OptionalLong unspent,
    OptionalLong unclaimed,
    List<String> problems,
    long problemCount) {}
