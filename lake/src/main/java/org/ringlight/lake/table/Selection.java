package org.ringlight.lake.table;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * Which rows are wanted, by a number column. What cannot hold any of them, by its smallest and
 * largest value, is not read.
 */
public sealed interface Selection<R> {

  /** The column's name. */
  String column();

  /** A row's value of the column. */
  ToLongFunction<R> value();

  /** Whether a row with this value is wanted. */
  boolean holds(long value);

  /** Whether something with these smallest and largest values can hold a wanted row. */
  boolean meets(long smallest, long largest);

  /** Whether {@code row} is wanted. */
  default boolean wants(R row) {
    return holds(value().applyAsLong(row));
  }

  /** Values between two, both included. */
  record Between<R>(String column, ToLongFunction<R> value, long from, long to)
      implements Selection<R> {

    @Override
    public boolean holds(long at) {
      return at >= from && at <= to;
    }

    @Override
    public boolean meets(long smallest, long largest) {
      return smallest <= to && largest >= from;
    }
  }

  /**
   * Some values.
   *
   * @param values ascending, at least one, not changed any more
   */
  @SuppressWarnings("ArrayRecordComponent") // a question on its way, never compared
  record OneOf<R>(String column, ToLongFunction<R> value, long[] values) implements Selection<R> {

    @Override
    public boolean holds(long at) {
      return Arrays.binarySearch(values, at) >= 0;
    }

    @Override
    public boolean meets(long smallest, long largest) {
      int first = Arrays.binarySearch(values, smallest);
      int insertion = first >= 0 ? first : -first - 1;
      return insertion < values.length && values[insertion] <= largest;
    }
  }
}
