package org.ringlight.lake.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.io.InputFile;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;

/**
 * Reads one file's rows that some selections all want, in file order. Row groups and pages that
 * hold none are skipped by their smallest and largest values; one row group is in memory at a time.
 * Not thread-safe.
 */
public final class RowFileReader<R> implements Closeable {

  private final Table<R> table;
  private final List<Selection<R>> selections;
  private final ParquetFileReader file;
  private final MessageType schema;
  private final PageCount pages;
  private @Nullable Cursor cursor;
  private long left;

  /**
   * The rows that all of {@code selections} want.
   *
   * @param pages counts the pages that are read
   */
  public RowFileReader(
      Table<R> table, InputFile file, List<Selection<R>> selections, PageCount pages)
      throws IOException {
    this.table = table;
    this.selections = selections;
    this.pages = pages;
    this.schema = ParquetTypes.of(table);
    this.file = ParquetFileReader.open(new ParquetInput(file), Filters.options(selections));
    this.file.setRequestedSchema(schema);
  }

  /** The next row, or null after the last. */
  public @Nullable R next() throws IOException {
    while (true) {
      Cursor row = cursor;
      if (left == 0 || row == null) {
        PageReadStore group = file.readNextFilteredRowGroup();
        if (group == null) {
          return null;
        }
        row = open(group);
        cursor = row;
        left = group.getRowCount();
        continue;
      }
      left--;
      row.begin();
      R value = table.read().apply(row);
      if (wanted(value)) {
        return value;
      }
    }
  }

  private boolean wanted(R value) {
    for (Selection<R> selection : selections) {
      if (!selection.wants(value)) {
        return false;
      }
    }
    return true;
  }

  private Cursor open(PageReadStore group) throws IOException {
    PageReadStore counted = pages.counting(group);
    if (PlainCursor.fits(table)) {
      return new PlainCursor(counted, schema.getColumns());
    }
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            counted, new NoConversion(), schema, file.getFooter().getFileMetaData().getCreatedBy());
    return new ColumnCursor(
        schema.getColumns().stream().map(store::getColumnReader).toArray(ColumnReader[]::new));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** parquet-java insists on converters; values are taken from the column readers instead. */
  private static final class NoConversion extends GroupConverter {
    private static final PrimitiveConverter LEAF = new PrimitiveConverter() {};

    @Override
    public Converter getConverter(int field) {
      return this;
    }

    @Override
    public PrimitiveConverter asPrimitiveConverter() {
      return LEAF;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
