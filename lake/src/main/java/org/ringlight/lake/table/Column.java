package org.ringlight.lake.table;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param <R> the row
 * @param id the stable field id: never reused, never changed
 * @param elementId the stable field id of a list's elements, 0 for what is no list
 * @param name the name, in SQL and in the files
 * @param type what it holds
 * @param optional whether a value may be absent
 * @param unit the unit of a number, or empty
 * @param documentation what it says
 * @param put puts one row's value into a sink
 */
public record Column<R>(
    int id,
    int elementId,
    String name,
    ColumnType type,
    boolean optional,
    String unit,
    String documentation,
    BiConsumer<R, RowSink> put) {

  public Column {
    if ((elementId != 0) != type.list()) {
      throw new IllegalArgumentException("only lists have an element id: " + name);
    }
  }

  /** The same column of another table, whose rows have an {@code R} as a part. */
  <S> Column<S> of(Function<S, R> part, int newId, int newElementId) {
    return new Column<>(
        newId,
        newElementId,
        name,
        type,
        optional,
        unit,
        documentation,
        (row, sink) -> put.accept(part.apply(row), sink));
  }

  /** A list's elements may be absent one by one only where the whole list may be. */
  public boolean optionalElements() {
    return optional && type.list();
  }
}
