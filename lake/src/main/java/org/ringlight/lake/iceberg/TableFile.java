package org.ringlight.lake.iceberg;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.ringlight.lake.parquet.RowFileWriter;

/** The name of a data file, and its entry in a table. */
public final class TableFile {

  private static final String FOLDER = "data";
  private static final String SUFFIX = ".parquet";

  private TableFile() {}

  /**
   * Where commit {@code number} of run {@code run} puts rows. The number in the name is what tells,
   * after a crash, the files that no tip can name.
   *
   * @param part tells the files of one commit apart, from 0
   */
  public static String location(Table table, long number, String run, int part) {
    return "%s/%s/%010d-%s-%04d%s".formatted(table.location(), FOLDER, number, run, part, SUFFIX);
  }

  /** The commit number in a data file's name, or -1 where the name is none of ours. */
  static long number(String name) {
    int dash = name.indexOf('-');
    if (dash <= 0 || !name.endsWith(SUFFIX)) {
      return -1;
    }
    String digits = name.substring(0, dash);
    return digits.chars().allMatch(c -> c >= '0' && c <= '9') && digits.length() < 19
        ? Long.parseLong(digits)
        : -1;
  }

  static String folder() {
    return FOLDER;
  }

  /** Finishes a file: durable, with the metrics by which readers skip it. */
  public static DataFile finish(RowFileWriter<?> writer, Table table) throws IOException {
    ParquetMetadata footer = writer.finish();
    Metrics metrics = ParquetUtil.footerMetrics(footer, Stream.of(), MetricsConfig.forTable(table));
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath(writer.file().location())
        .withFormat(FileFormat.PARQUET)
        .withFileSizeInBytes(writer.file().toInputFile().getLength())
        .withMetrics(metrics)
        .withSplitOffsets(ParquetUtil.getSplitOffsets(footer))
        .withSortOrder(table.sortOrder())
        .build();
  }
}
