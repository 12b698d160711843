package org.ringlight.lake.parquet;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.ltEq;

import java.io.Closeable;
import java.io.IOException;
import org.apache.iceberg.io.InputFile;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.Table;

/**
 * Reads one file's rows between two heights, in file order. Row groups and pages that hold none are
 * skipped by their smallest and largest height; one row group is in memory at a time. Not
 * thread-safe.
 */
public final class RowFileReader<R> implements Closeable {

  private final Table<R> table;
  private final long fromHeight;
  private final long toHeight;
  private final ParquetFileReader file;
  private final MessageType schema;
  private @Nullable ColumnCursor cursor;
  private long left;

  /** Rows of heights from {@code fromHeight} to {@code toHeight}, both included. */
  public RowFileReader(Table<R> table, InputFile file, long fromHeight, long toHeight)
      throws IOException {
    this.table = table;
    this.fromHeight = fromHeight;
    this.toHeight = toHeight;
    this.schema = ParquetTypes.of(table);
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Zstd())
            .usePageChecksumVerification()
            .withRecordFilter(
                FilterCompat.get(
                    and(
                        gtEq(longColumn(Table.HEIGHT), fromHeight),
                        ltEq(longColumn(Table.HEIGHT), toHeight))))
            .build();
    this.file = ParquetFileReader.open(new ParquetInput(file), options);
    this.file.setRequestedSchema(schema);
  }

  /** The next row, or null after the last. */
  public @Nullable R next() throws IOException {
    while (true) {
      ColumnCursor row = cursor;
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
      long height = table.height().applyAsLong(value);
      if (height >= fromHeight && height <= toHeight) {
        return value;
      }
    }
  }

  private ColumnCursor open(PageReadStore group) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            group, new NoConversion(), schema, file.getFooter().getFileMetaData().getCreatedBy());
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
