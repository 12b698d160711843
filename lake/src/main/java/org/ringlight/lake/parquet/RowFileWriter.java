package org.ringlight.lake.parquet;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.io.OutputFile;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.ColumnType;
import org.ringlight.lake.table.Table;

/**
 * Writes one file of rows. What it holds in memory is bounded by the row group, whatever the file
 * grows to. Not thread-safe.
 */
public final class RowFileWriter<R> implements Closeable {

  /** Bytes of one row group before compression: what a writer buffers. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final ParquetWriter<R> writer;
  private final OutputFile file;
  private boolean closed;

  public RowFileWriter(Table<R> table, OutputFile file) throws IOException {
    this.file = file;
    Builder<R> builder = new Builder<>(table, file);
    builder
        .withConf(new PlainParquetConfiguration())
        .withCodecFactory(new Zstd())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withWriterVersion(WriterVersion.PARQUET_1_0)
        .withRowGroupSize(ROW_GROUP_BYTES)
        .withSizeStatisticsEnabled(false);
    for (Column<R> column : table.columns()) {
      String path = ParquetTypes.path(column);
      builder.withDictionaryEncoding(path, repeats(column.type()));
      builder.withStatisticsEnabled(path, column.type().bounded());
    }
    this.writer = builder.build();
  }

  /** Hashes, keys and ring members hardly ever repeat: a dictionary of them is work for nothing. */
  private static boolean repeats(ColumnType type) {
    return switch (type) {
      case BOOLEAN, INT32, INT64, UINT64, TEXT, TEXT_LIST -> true;
      case BYTES, BYTES32, INT64_LIST, BYTES32_LIST -> false;
    };
  }

  /** Appends a row. */
  public void write(R row) throws IOException {
    writer.write(row);
  }

  /** Where the rows go. */
  public OutputFile file() {
    return file;
  }

  /** Writes what is buffered and the footer, which is returned; the file is then durable. */
  public ParquetMetadata finish() throws IOException {
    close();
    return writer.getFooter();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      writer.close();
    }
  }

  private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
    private final Table<R> table;

    Builder(Table<R> table, OutputFile file) {
      super(new ParquetOutput(file));
      this.table = table;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriteSupport<>(table);
    }

    @Override
    @SuppressWarnings("deprecation") // parquet-java declares it abstract still
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      throw new UnsupportedOperationException("Hadoop's configuration is not used");
    }
  }
}
