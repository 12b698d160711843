package org.ringlight.lake.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table: its name, what it says, its columns in the order of the row's components, and the order
 * of its rows.
 *
 * @param <R> the row
 * @param namespace where it belongs
 * @param name the name in SQL
 * @param documentation what a row is
 * @param columns the columns, in the order of the row's components
 * @param sortedBy the column in whose order rows are stored; within a file it never falls
 * @param sortKey a row's value of {@code sortedBy}
 * @param cut how a height cuts the table
 * @param cutKey a row's value of the column of {@code cut}
 * @param read makes a row of its values
 */
public record Table<R>(
    Namespace namespace,
    String name,
    String documentation,
    List<Column<R>> columns,
    String sortedBy,
    ToLongFunction<R> sortKey,
    Cut cut,
    ToLongFunction<R> cutKey,
    Function<RowSource, R> read) {

  public Table {
    columns = List.copyOf(columns);
    Set<Integer> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Column<R> column : columns) {
      if (!names.add(column.name())
          || !ids.add(column.id())
          || (column.type().list() && !ids.add(column.elementId()))) {
        throw new IllegalArgumentException("named or numbered twice: " + column.name());
      }
    }
    if (!names.contains(cut.column()) || !names.contains(sortedBy)) {
      throw new IllegalArgumentException("no column " + cut.column() + " or " + sortedBy);
    }
  }

  /** The name with its namespace, as in SQL. */
  public String fullName() {
    return namespace.sqlName() + "." + name;
  }

  /** The rows from {@code from} to {@code to} of the column by which a height cuts it. */
  public Selection<R> cutBetween(long from, long to) {
    return new Selection.Between<>(cut.column(), cutKey, from, to);
  }

  /** The rows from {@code from} to {@code to} of the column it is sorted by. */
  public Selection<R> keyBetween(long from, long to) {
    return new Selection.Between<>(sortedBy, sortKey, from, to);
  }

  /**
   * The rows with one of some values of the column it is sorted by.
   *
   * @param keys at least one, in any order
   */
  public Selection<R> keyOneOf(long... keys) {
    return new Selection.OneOf<>(
        sortedBy, sortKey, Arrays.stream(keys).sorted().distinct().toArray());
  }

  /** One table is one description: equal only to itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return fullName();
  }
}
