package org.ringlight.graph.bitcoin;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.ringlight.lake.RowRuns;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;

/** The blocks of a range of heights, read from four tables side by side. Close it. */
final class BitcoinBlocks implements Iterator<BitcoinBlock>, AutoCloseable {

  private final Rows<BitcoinBlockRow> blocks;
  private final RowRuns<BitcoinTransactionRow> transactions;
  private final RowRuns<BitcoinInputRow> inputs;
  private final RowRuns<BitcoinOutputRow> outputs;

  /** Reads the blocks from {@code from} to {@code to}, both included. */
  BitcoinBlocks(Snapshot tables, long from, long to) {
    blocks = tables.scan(BitcoinBlockRow.TABLE, from, to);
    transactions = new RowRuns<>(tables.scan(BitcoinTransactionRow.TABLE, from, to));
    inputs = new RowRuns<>(tables.scan(BitcoinInputRow.TABLE, from, to));
    outputs = new RowRuns<>(tables.scan(BitcoinOutputRow.TABLE, from, to));
  }

  @Override
  public boolean hasNext() {
    return blocks.hasNext();
  }

  @Override
  public BitcoinBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    BitcoinBlockRow block = blocks.next();
    long height = block.height();
    return new BitcoinBlock(
        block, transactions.upTo(height), inputs.upTo(height), outputs.upTo(height));
  }

  @Override
  public void close() {
    blocks.close();
    transactions.close();
    inputs.close();
    outputs.close();
  }
}
