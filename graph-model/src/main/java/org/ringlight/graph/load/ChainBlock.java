package org.ringlight.graph.load;

import java.util.List;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/** A block with all its rows, in chain order. */
public record ChainBlock(
    BlockRow block,
    List<TransactionRow> transactions,
    List<OutputRow> outputs,
    List<RingRow> rings) {

  /** How many nodes and memberships it makes. */
  int weight() {
    int members = 0;
    for (RingRow ring : rings) {
      members += ring.members().length;
    }
    return 1 + transactions.size() + outputs.size() + rings.size() + members;
  }
}
