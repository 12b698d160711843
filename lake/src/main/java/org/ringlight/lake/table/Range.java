package org.ringlight.lake.table;

import java.util.function.ToLongFunction;

/**
 * Which rows are wanted: those whose value of a number column lies between two, both included. What
 * cannot hold any of them by its smallest and largest value is not read.
 *
 * @param column the column's name
 * @param value a row's value of it
 */
public record Range<R>(String column, ToLongFunction<R> value, long from, long to) {

  /** Whether {@code row} is wanted. */
  public boolean holds(R row) {
    long at = value.applyAsLong(row);
    return at >= from && at <= to;
  }

  /** Whether something with these smallest and largest values can hold a wanted row. */
  public boolean meets(long smallest, long largest) {
    return smallest <= to && largest >= from;
  }
}
