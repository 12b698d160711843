package org.ringlight.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows handed out in runs, by a number that never falls from row to row and that several may share,
 * such as their height. One row more than was asked for is in memory. Close it; not thread-safe.
 */
public final class RowRuns<R> implements AutoCloseable {

  private final Rows<R> rows;
  private final ToLongFunction<R> number;
  private @Nullable R ahead;

  /** Height by height, of a table whose rows have one. Closes {@code rows} in the end. */
  public RowRuns(Rows<R> rows) {
    this(rows, rows.table().cutKey());
  }

  /** By another number. Closes {@code rows} in the end. */
  public RowRuns(Rows<R> rows, ToLongFunction<R> number) {
    this.rows = rows;
    this.number = number;
  }

  /** The rows up to a number that were not handed out yet. */
  public List<R> upTo(long last) {
    List<R> run = new ArrayList<>();
    while (true) {
      R row = ahead != null ? ahead : rows.hasNext() ? rows.next() : null;
      ahead = row;
      if (row == null || number.applyAsLong(row) > last) {
        return run;
      }
      run.add(row);
      ahead = null;
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}
