package org.ringlight.graph.load;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.ringlight.lake.RowRuns;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/** The blocks of a range of heights, read from four tables side by side. Close it. */
public final class ChainBlocks implements Iterator<ChainBlock>, AutoCloseable {

  private final Rows<BlockRow> blocks;
  private final RowRuns<TransactionRow> transactions;
  private final RowRuns<OutputRow> outputs;
  private final RowRuns<RingRow> rings;

  /** Reads the blocks from {@code from} to {@code to}, both included. */
  public ChainBlocks(Snapshot tables, long from, long to) {
    blocks = tables.scan(BlockRow.TABLE, from, to);
    transactions = new RowRuns<>(tables.scan(TransactionRow.TABLE, from, to));
    outputs = new RowRuns<>(tables.scan(OutputRow.TABLE, from, to));
    rings = new RowRuns<>(tables.scan(RingRow.TABLE, from, to));
  }

  @Override
  public boolean hasNext() {
    return blocks.hasNext();
  }

  @Override
  public ChainBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    BlockRow block = blocks.next();
    long height = block.height();
    return new ChainBlock(
        block, transactions.upTo(height), outputs.upTo(height), rings.upTo(height));
  }

  @Override
  public void close() {
    blocks.close();
    transactions.close();
    outputs.close();
    rings.close();
  }
}
