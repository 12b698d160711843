package org.ringlight.lake.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.ColumnType;
import org.ringlight.lake.table.RowSink;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.Bytes32;

/** A row as the SQL test prints what DuckDB gives it. */
final class RowText implements RowSink {

  private final List<Column<?>> columns;
  private final List<String> values = new ArrayList<>();

  private RowText(List<Column<?>> columns) {
    this.columns = columns;
  }

  @SuppressWarnings("unchecked")
  static <R> String of(Table<R> table, Object row) {
    RowText text = new RowText(List.copyOf(table.columns()));
    table.columns().forEach(column -> column.put().accept((R) row, text));
    return text.values.toString();
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void bool(boolean value) {
    values.add(Boolean.toString(value));
  }

  @Override
  public void int32(int value) {
    values.add(Integer.toString(value));
  }

  @Override
  public void int64(long value) {
    values.add(
        columns.get(values.size()).type() == ColumnType.UINT64
            ? Long.toUnsignedString(value)
            : Long.toString(value));
  }

  @Override
  public void text(String value) {
    values.add(value);
  }

  @Override
  public void bytes(byte[] value) {
    values.add(hex(value));
  }

  @Override
  public void bytes32(Bytes32 value) {
    values.add(value.toString());
  }

  @Override
  public void int64List(long[] list) {
    values.add(Arrays.toString(list));
  }

  @Override
  public void optionalInt64List(long[] list) {
    values.add(
        Arrays.stream(list)
            .mapToObj(value -> value == ABSENT ? "null" : Long.toString(value))
            .collect(Collectors.joining(", ", "[", "]")));
  }

  @Override
  public void float64List(double[] list) {
    values.add(Arrays.toString(list));
  }

  @Override
  public void textList(List<String> list) {
    values.add(list.toString());
  }

  @Override
  public void bytes32List(List<? extends Bytes32> list) {
    values.add(list.toString());
  }

  @Override
  public void absent() {
    values.add("null");
  }
}
