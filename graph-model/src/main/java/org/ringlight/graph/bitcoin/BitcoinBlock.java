package org.ringlight.graph.bitcoin;

import java.util.List;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;

/** A block with all its rows, in chain order. */
record BitcoinBlock(
    BitcoinBlockRow block,
    List<BitcoinTransactionRow> transactions,
    List<BitcoinInputRow> inputs,
    List<BitcoinOutputRow> outputs) {

  /** How many nodes and relationships between transactions and outputs it makes. */
  int weight() {
    return 1 + transactions.size() + inputs.size() + 2 * outputs.size();
  }
}
