package org.ringlight.truth.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.Rows;

/** Rows of a table in the order of a number that several may share. */
final class RowRuns<R> implements AutoCloseable {

  private final Rows<R> rows;
  private final ToLongFunction<R> number;
  private @Nullable R next;

  RowRuns(Rows<R> rows, ToLongFunction<R> number) {
    this.rows = rows;
    this.number = number;
    advance();
  }

  /** The rows of this number, which must not be lower than the last one asked for. */
  List<R> of(long wanted) {
    List<R> run = new ArrayList<>();
    for (R row = next; row != null && number.applyAsLong(row) <= wanted; row = next) {
      if (number.applyAsLong(row) == wanted) {
        run.add(row);
      }
      advance();
    }
    return run;
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() {
    rows.close();
  }
}
