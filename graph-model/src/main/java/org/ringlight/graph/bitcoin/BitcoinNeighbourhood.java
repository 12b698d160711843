package org.ringlight.graph.bitcoin;

import java.util.List;
import java.util.Map;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;

/**
 * Transactions with all their inputs and outputs, and what was left out.
 *
 * @param addresses those that the outputs, created and spent, are locked to, by dense id
 * @param hops how many were gone whole
 * @param cutTransactions how many transactions of the next hop did not fit
 */
public record BitcoinNeighbourhood(
    List<BitcoinBlockRow> blocks,
    List<BitcoinTransactionRow> transactions,
    List<BitcoinInputRow> inputs,
    List<BitcoinOutputRow> outputs,
    Map<Long, BitcoinAddressRow> addresses,
    int hops,
    long cutTransactions) {}
