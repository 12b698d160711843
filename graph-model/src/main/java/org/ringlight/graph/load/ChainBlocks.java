package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;

/** The blocks of a range of heights, read from four tables side by side. Close it. */
public final class ChainBlocks implements Iterator<ChainBlock>, AutoCloseable {

  private final Rows<BlockRow> blocks;
  private final Column<TransactionRow> transactions;
  private final Column<OutputRow> outputs;
  private final Column<RingRow> rings;

  /** Reads the blocks from {@code from} to {@code to}, both included. */
  public ChainBlocks(Snapshot tables, long from, long to) {
    blocks = tables.scan(BlockRow.TABLE, from, to);
    transactions = new Column<>(tables, TransactionRow.TABLE, TransactionRow::height, from, to);
    outputs = new Column<>(tables, OutputRow.TABLE, OutputRow::height, from, to);
    rings = new Column<>(tables, RingRow.TABLE, RingRow::height, from, to);
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
    transactions.rows.close();
    outputs.rows.close();
    rings.rows.close();
  }

  /** Rows of one table, taken height by height. */
  private static final class Column<R> {
    private final Rows<R> rows;
    private final ToLongFunction<R> height;
    private @Nullable R ahead;

    Column(Snapshot tables, Table<R> table, ToLongFunction<R> height, long from, long to) {
      this.rows = tables.scan(table, from, to);
      this.height = height;
    }

    List<R> of(long wanted) {
      List<R> found = new ArrayList<>();
      while (true) {
        R row = ahead != null ? ahead : rows.hasNext() ? rows.next() : null;
        ahead = row;
        if (row == null || height.applyAsLong(row) > wanted) {
          return found;
        }
        found.add(row);
        ahead = null;
      }
    }
  }
}
