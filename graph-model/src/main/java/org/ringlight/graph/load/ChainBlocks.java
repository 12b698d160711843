package org.ringlight.graph.load;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/** The blocks of a range of heights, read from four tables side by side. Close it. */
public final class ChainBlocks implements Iterator<ChainBlock>, AutoCloseable {

  private final Rows<BlockRow> blocks;
  private final HeightRows<TransactionRow> transactions;
  private final HeightRows<OutputRow> outputs;
  private final HeightRows<RingRow> rings;

  /** Reads the blocks from {@code from} to {@code to}, both included. */
  public ChainBlocks(Snapshot tables, long from, long to) {
    blocks = tables.scan(BlockRow.TABLE, from, to);
    transactions = new HeightRows<>(tables, TransactionRow.TABLE, TransactionRow::height, from, to);
    outputs = new HeightRows<>(tables, OutputRow.TABLE, OutputRow::height, from, to);
    rings = new HeightRows<>(tables, RingRow.TABLE, RingRow::height, from, to);
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
    return new ChainBlock(block, transactions.of(height), outputs.of(height), rings.of(height));
  }

  @Override
  public void close() {
    blocks.close();
    transactions.close();
    outputs.close();
    rings.close();
  }
}
