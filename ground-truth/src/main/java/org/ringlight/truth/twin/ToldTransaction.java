package org.ringlight.truth.twin;

import java.util.List;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/**
 * A transaction of a told chain.
 *
 * @param rings what it spends, in order; none for a coinbase
 * @param outputs what it makes, in order
 */
record ToldTransaction(TransactionRow row, List<RingRow> rings, List<OutputRow> outputs) {

  ToldTransaction {
    rings = List.copyOf(rings);
    outputs = List.copyOf(outputs);
  }

  /** Where it is, for messages. */
  String place() {
    return "height " + row.height() + ", tx " + row.hash();
  }
}
