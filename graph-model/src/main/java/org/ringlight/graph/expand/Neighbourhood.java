package org.ringlight.graph.expand;

import java.util.List;
import java.util.Map;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/**
 * Transactions with all their rings, members and outputs, and what was left out.
 *
 * @param outputs those they create and those their rings name, by dense id
 * @param older members that a slice knows by name only
 * @param hops how many were gone whole
 * @param hubs outputs that were not followed, with the number of rings each stands in
 * @param cutTransactions how many transactions of the next hop did not fit
 */
public record Neighbourhood(
    List<BlockRow> blocks,
    List<TransactionRow> transactions,
    List<RingRow> rings,
    Map<Long, OutputRow> outputs,
    List<OlderOutputRow> older,
    int hops,
    List<Hub> hubs,
    long cutTransactions) {

  /** An output that too many rings name. */
  public record Hub(OutputRow output, long rings) {}

  /** How many nodes it makes. */
  public int nodes() {
    return blocks.size() + transactions.size() + rings.size() + outputs.size() + older.size();
  }

  /** Whether anything was left out. */
  public boolean isWhole() {
    return hubs.isEmpty() && cutTransactions == 0;
  }
}
