package org.ringlight.lake.table;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Bytes32;

/**
 * The words in which a table lists its columns: {@code required(1, "height", "blocks",
 * "…").int64(BlockRow::height)}.
 */
final class Columns {

  private Columns() {}

  /** A column that every row has a value in. */
  static Required required(int id, String name, String unit, String documentation) {
    return new Required(id, name, unit, documentation);
  }

  /** A column whose value may be absent. */
  static Optional optional(int id, String name, String unit, String documentation) {
    return new Optional(id, name, unit, documentation);
  }

  record Required(int id, String name, String unit, String documentation) {

    <R> Column<R> bool(Predicate<R> value) {
      return column(0, ColumnType.BOOLEAN, (row, sink) -> sink.bool(value.test(row)));
    }

    <R> Column<R> int32(ToIntFunction<R> value) {
      return column(0, ColumnType.INT32, (row, sink) -> sink.int32(value.applyAsInt(row)));
    }

    <R> Column<R> int64(ToLongFunction<R> value) {
      return column(0, ColumnType.INT64, (row, sink) -> sink.int64(value.applyAsLong(row)));
    }

    <R> Column<R> uint64(ToLongFunction<R> value) {
      return column(0, ColumnType.UINT64, (row, sink) -> sink.int64(value.applyAsLong(row)));
    }

    <R> Column<R> text(Function<R, String> value) {
      return column(0, ColumnType.TEXT, (row, sink) -> sink.text(value.apply(row)));
    }

    <R> Column<R> bytes(Function<R, byte[]> value) {
      return column(0, ColumnType.BYTES, (row, sink) -> sink.bytes(value.apply(row)));
    }

    <R> Column<R> bytes32(Function<R, ? extends Bytes32> value) {
      return column(0, ColumnType.BYTES32, (row, sink) -> sink.bytes32(value.apply(row)));
    }

    <R> Column<R> int64List(int elementId, Function<R, long[]> value) {
      return column(
          elementId, ColumnType.INT64_LIST, (row, sink) -> sink.int64List(value.apply(row)));
    }

    <R> Column<R> float64List(int elementId, Function<R, double[]> value) {
      return column(
          elementId, ColumnType.FLOAT64_LIST, (row, sink) -> sink.float64List(value.apply(row)));
    }

    <R> Column<R> textList(int elementId, Function<R, List<String>> value) {
      return column(
          elementId, ColumnType.TEXT_LIST, (row, sink) -> sink.textList(value.apply(row)));
    }

    <R> Column<R> bytes32List(int elementId, Function<R, ? extends List<? extends Bytes32>> value) {
      return column(
          elementId, ColumnType.BYTES32_LIST, (row, sink) -> sink.bytes32List(value.apply(row)));
    }

    private <R> Column<R> column(int elementId, ColumnType type, BiConsumer<R, RowSink> put) {
      return new Column<>(id, elementId, name, type, false, unit, documentation, put);
    }
  }

  record Optional(int id, String name, String unit, String documentation) {

    /** Puts a value that is there. */
    private interface Put<T> {
      void put(RowSink sink, T value);
    }

    <R> Column<R> int32(Function<R, @Nullable Integer> value) {
      return column(0, ColumnType.INT32, value, RowSink::int32);
    }

    <R> Column<R> int64(Function<R, @Nullable Long> value) {
      return column(0, ColumnType.INT64, value, RowSink::int64);
    }

    <R> Column<R> uint64(Function<R, @Nullable Long> value) {
      return column(0, ColumnType.UINT64, value, RowSink::int64);
    }

    <R> Column<R> text(Function<R, @Nullable String> value) {
      return column(0, ColumnType.TEXT, value, RowSink::text);
    }

    <R> Column<R> bytes(Function<R, byte @Nullable []> value) {
      return column(0, ColumnType.BYTES, value, RowSink::bytes);
    }

    <R, T extends Bytes32> Column<R> bytes32(Function<R, @Nullable T> value) {
      return column(0, ColumnType.BYTES32, value, RowSink::bytes32);
    }

    <R> Column<R> int64List(int elementId, Function<R, long @Nullable []> value) {
      return column(elementId, ColumnType.INT64_LIST, value, RowSink::optionalInt64List);
    }

    private <R, T> Column<R> column(
        int elementId, ColumnType type, Function<R, @Nullable T> value, Put<T> put) {
      return new Column<>(
          id,
          elementId,
          name,
          type,
          true,
          unit,
          documentation,
          (row, sink) -> {
            T present = value.apply(row);
            if (present == null) {
              sink.absent();
            } else {
              put.put(sink, present);
            }
          });
    }
  }
}
