package org.ringlight.lake.parquet;

import java.io.IOException;
import java.util.List;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.Table;

/**
 * The current row of a row group whose columns are numbers that are never absent: their pages are
 * arrays of them, so a value is one look into a buffer, where parquet-java's column readers take
 * many calls.
 */
final class PlainCursor implements Cursor {

  private final Numbers[] columns;
  private final PrimitiveIterator.@Nullable OfLong rows;
  private long row = -1;
  private int next;

  PlainCursor(PageReadStore group, List<ColumnDescriptor> columns) throws IOException {
    this.columns = new Numbers[columns.size()];
    for (int i = 0; i < this.columns.length; i++) {
      ColumnDescriptor column = columns.get(i);
      this.columns[i] = new Numbers(new Chunk(group.getPageReader(column), column));
    }
    this.rows = group.getRowIndexes().orElse(null);
  }

  /** Whether every row of {@code table} is such numbers. */
  static boolean fits(Table<?> table) {
    return table.columns().stream().allMatch(PlainCursor::isNumber);
  }

  private static boolean isNumber(Column<?> column) {
    return !column.optional()
        && switch (column.type()) {
          case INT32, INT64, UINT64 -> true;
          case BOOLEAN, TEXT, BYTES, BYTES32, INT64_LIST, FLOAT64_LIST, TEXT_LIST, BYTES32_LIST ->
              false;
        };
  }

  @Override
  public void begin() throws IOException {
    row = rows == null ? row + 1 : rows.nextLong();
    next = 0;
    for (Numbers column : columns) {
      column.moveTo(row);
    }
  }

  @Override
  public int int32() {
    return columns[next++].int32(row);
  }

  @Override
  public long int64() {
    return columns[next++].int64(row);
  }

  // the rest no number column calls

  @Override
  public boolean bool() {
    throw notANumber();
  }

  @Override
  public @Nullable Integer optionalInt32() {
    throw notANumber();
  }

  @Override
  public @Nullable Long optionalInt64() {
    throw notANumber();
  }

  @Override
  public String text() {
    throw notANumber();
  }

  @Override
  public @Nullable String optionalText() {
    throw notANumber();
  }

  @Override
  public byte[] bytes() {
    throw notANumber();
  }

  @Override
  public byte @Nullable [] optionalBytes() {
    throw notANumber();
  }

  @Override
  public <T> T bytes32(Wrapper<T> wrapper) {
    throw notANumber();
  }

  @Override
  public <T> @Nullable T optionalBytes32(Wrapper<T> wrapper) {
    throw notANumber();
  }

  @Override
  public long[] int64List() {
    throw notANumber();
  }

  @Override
  public long @Nullable [] optionalInt64List() {
    throw notANumber();
  }

  @Override
  public double[] float64List() {
    throw notANumber();
  }

  @Override
  public List<String> textList() {
    throw notANumber();
  }

  @Override
  public <T> List<T> bytes32List(Wrapper<T> wrapper) {
    throw notANumber();
  }

  private static IllegalStateException notANumber() {
    return new IllegalStateException("this table has only numbers");
  }
}
