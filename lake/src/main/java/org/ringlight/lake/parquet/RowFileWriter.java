package org.ringlight.lake.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.iceberg.io.OutputFile;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.ColumnType;
import org.ringlight.lake.table.RowSink;
import org.ringlight.lake.table.Table;

/**
 * Writes one file of rows. What it holds in memory is bounded by the row group, whatever the file
 * grows to. Not thread-safe.
 */
public final class RowFileWriter<R> implements Closeable {

  /** Bytes of one row group before it is written out: what a writer buffers. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /**
   * Rows that go into the columns together, after which buffers are measured: also how far a run of
   * huge rows can overshoot.
   */
  private static final int BATCH = 200;

  private final List<BiConsumer<R, RowSink>> columns;
  private final MessageType schema;
  private final ParquetProperties properties;
  private final BytesInputCompressor compressor =
      new Zstd().getCompressor(CompressionCodecName.ZSTD);
  private final OutputFile file;
  private final ParquetOutput output;
  private final ParquetFileWriter writer;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore values;
  private ColumnSink sink;
  private final List<R> batch = new ArrayList<>(BATCH);
  private long rows;
  private boolean closed;

  public RowFileWriter(Table<R> table, OutputFile file) throws IOException {
    this(table, file, properties(table));
  }

  /**
   * @param properties how columns are encoded
   */
  RowFileWriter(Table<R> table, OutputFile file, ParquetProperties properties) throws IOException {
    this.columns = table.columns().stream().map(Column::put).toList();
    this.schema = ParquetTypes.of(table);
    this.properties = properties;
    this.file = file;
    this.output = new ParquetOutput(file);
    this.writer =
        new ParquetFileWriter(
            output, schema, ParquetFileWriter.Mode.CREATE, ROW_GROUP_BYTES, 0, null, properties);
    writer.start();
    pages = newPages();
    values = properties.newColumnWriteStore(schema, pages);
    sink = new ColumnSink(values, schema.getColumns());
  }

  private static ParquetProperties properties(Table<?> table) {
    ParquetProperties.Builder properties =
        ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            // its own: the default one is shared, and goes by the properties that were made last
            .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
            // a page must end where a batch does
            .estimateRowCountForPageSizeCheck(false)
            .withMinRowCountForPageSizeCheck(BATCH);
    for (Column<?> column : table.columns()) {
      String path = ParquetTypes.path(column);
      properties.withDictionaryEncoding(path, repeats(column.type()));
      properties.withStatisticsEnabled(path, column.type().bounded());
      properties.withSizeStatisticsEnabled(path, false);
    }
    return properties.build();
  }

  /**
   * Hashes, keys, members and most numbers hardly ever repeat, and of small ones zstd makes as
   * little: their dictionary is work for nothing.
   */
  private static boolean repeats(ColumnType type) {
    return switch (type) {
      case BOOLEAN, TEXT, TEXT_LIST -> true;
      case INT32, INT64, UINT64, BYTES, BYTES32, INT64_LIST, FLOAT64_LIST, BYTES32_LIST -> false;
    };
  }

  private ColumnChunkPageWriteStore newPages() {
    return new ColumnChunkPageWriteStore(
        compressor,
        schema,
        properties.getAllocator(),
        properties.getColumnIndexTruncateLength(),
        properties.getPageWriteChecksumEnabled());
  }

  /** Appends a row. */
  public void write(R row) throws IOException {
    batch.add(row);
    if (batch.size() == BATCH) {
      writeBatch();
      if (values.getBufferedSize() > ROW_GROUP_BYTES) {
        finishRowGroup();
        pages = newPages();
        values = properties.newColumnWriteStore(schema, pages);
        sink = new ColumnSink(values, schema.getColumns());
        rows = 0;
      }
    }
  }

  /** Column by column: the same few calls over and over, and one column's buffers in the caches. */
  private void writeBatch() {
    for (int i = 0; i < columns.size(); i++) {
      BiConsumer<R, RowSink> column = columns.get(i);
      sink.begin(i);
      for (R row : batch) {
        column.accept(row, sink);
      }
    }
    for (int i = 0; i < batch.size(); i++) {
      values.endRecord();
    }
    rows += batch.size();
    batch.clear();
  }

  private void finishRowGroup() throws IOException {
    writeBatch();
    if (rows > 0) {
      writer.startBlock(rows);
      values.flush();
      pages.flushToFileWriter(writer);
      writer.endBlock();
    }
    values.close();
    pages.close();
  }

  /** Bytes of the row groups that are written out; the one being filled comes on top. */
  public long bytes() throws IOException {
    return writer.getPos();
  }

  /** Where the rows go. */
  public OutputFile file() {
    return file;
  }

  /** Writes what is buffered and the footer, which is returned; the file is then durable. */
  public ParquetMetadata finish() throws IOException {
    finishRowGroup();
    writer.end(Map.of());
    close();
    return writer.getFooter();
  }

  /** Lets go of the file; without {@link #finish} it is not one that can be read. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      compressor.release();
      try (output) {
        writer.close();
      }
    }
  }
}
