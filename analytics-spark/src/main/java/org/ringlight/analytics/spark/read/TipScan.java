package org.ringlight.analytics.spark.read;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;

/** Iceberg's scan with {@code columns} of what it reads. */
record TipScan(Scan iceberg, StructType columns, Set<String> unsigned, Optional<Cut> cut)
    implements SupportsReportStatistics {

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return iceberg.description();
  }

  @Override
  public Statistics estimateStatistics() {
    return iceberg instanceof SupportsReportStatistics known
        ? known.estimateStatistics()
        : Unknown.STATISTICS;
  }

  @Override
  public Batch toBatch() {
    return new TipBatch(iceberg.toBatch(), iceberg.readSchema(), columns, unsigned, cut);
  }

  /** Equal for scans of the same rows, so that Spark reads them once. */
  private record TipBatch(
      Batch iceberg, StructType read, StructType columns, Set<String> unsigned, Optional<Cut> cut)
      implements Batch {

    @Override
    public InputPartition[] planInputPartitions() {
      return iceberg.planInputPartitions();
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return new TipReaders(
          iceberg.createReaderFactory(), Projection.of(read, columns, unsigned, cut));
    }
  }

  private enum Unknown implements Statistics {
    STATISTICS;

    @Override
    public OptionalLong sizeInBytes() {
      return OptionalLong.empty();
    }

    @Override
    public OptionalLong numRows() {
      return OptionalLong.empty();
    }
  }
}
