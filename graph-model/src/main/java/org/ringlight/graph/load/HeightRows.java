package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Table;

/** Rows of one table, taken height by height. Close it. */
public final class HeightRows<R> implements AutoCloseable {

  private final Rows<R> rows;
  private final ToLongFunction<R> height;
  private @Nullable R ahead;

  /** Those from {@code from} to {@code to}, both included. */
  public HeightRows(Snapshot tables, Table<R> table, ToLongFunction<R> height, long from, long to) {
    this.rows = tables.scan(table, from, to);
    this.height = height;
  }

  /** The rows of a height above those taken before. */
  public List<R> of(long wanted) {
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

  @Override
  public void close() {
    rows.close();
  }
}
