package org.ringlight.lake.parquet;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.ltEq;
import static org.apache.parquet.filter2.predicate.FilterApi.or;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.io.InputFile;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.LongColumn;
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
    ParquetReadOptions.Builder options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Zstd())
            .usePageChecksumVerification();
    filter(selections).ifPresent(filter -> options.withRecordFilter(FilterCompat.get(filter)));
    this.file = ParquetFileReader.open(new ParquetInput(file), options.build());
    this.file.setRequestedSchema(schema);
  }

  private static <R> Optional<FilterPredicate> filter(List<Selection<R>> selections) {
    return selections.stream().map(RowFileReader::filter).reduce(FilterApi::and);
  }

  private static FilterPredicate filter(Selection<?> selection) {
    LongColumn column = longColumn(selection.column());
    if (selection instanceof Selection.Between<?> between) {
      return and(gtEq(column, between.from()), ltEq(column, between.to()));
    }
    long[] values = ((Selection.OneOf<?>) selection).values();
    return oneOf(column, values, 0, values.length);
  }

  /** A balanced tree, because parquet-java walks it by recursion. */
  private static FilterPredicate oneOf(LongColumn column, long[] values, int from, int to) {
    int middle = (from + to) >>> 1;
    return to - from == 1
        ? eq(column, values[from])
        : or(oneOf(column, values, from, middle), oneOf(column, values, middle, to));
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

  private Cursor open(PageReadStore group) {
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
