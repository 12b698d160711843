package org.ringlight.graph.bitcoin;

import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;

/** Tells inputs that spend what was created before the graph's first block. */
public final class OlderSpent {

  private final long firstOutput;

  private OlderSpent(long firstOutput) {
    this.firstOutput = firstOutput;
  }

  /** For a graph whose first block is {@code graphFrom}. */
  static OlderSpent before(Snapshot tables, long graphFrom) {
    try (Rows<BitcoinOutputRow> rows =
        tables.scan(BitcoinOutputRow.TABLE, graphFrom, Long.MAX_VALUE)) {
      return new OlderSpent(rows.hasNext() ? rows.next().outputId() : Long.MAX_VALUE);
    }
  }

  /** The dense id of the first output there. */
  long firstOutput() {
    return firstOutput;
  }

  boolean isOlder(BitcoinInputRow input) {
    Long spent = input.outputId();
    return spent == null || spent < firstOutput;
  }
}
