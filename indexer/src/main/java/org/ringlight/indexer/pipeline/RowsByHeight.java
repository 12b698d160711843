package org.ringlight.indexer.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.Rows;
import org.ringlight.lake.table.Table;

/** Rows of a table handed out height by height; the next row is looked at before it is taken. */
public final class RowsByHeight<R> implements AutoCloseable {

  private final Table<R> table;
  private final Rows<R> rows;
  private @Nullable R next;

  /** Hands out {@code rows}, which it closes in the end. */
  public RowsByHeight(Table<R> table, Rows<R> rows) {
    this.table = table;
    this.rows = rows;
    advance();
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  /** The rows up to {@code height} that were not handed out yet. */
  public List<R> upTo(long height) {
    List<R> taken = new ArrayList<>();
    for (R row = next; row != null && table.cutKey().applyAsLong(row) <= height; row = next) {
      taken.add(row);
      advance();
    }
    return taken;
  }

  @Override
  public void close() {
    rows.close();
  }
}
