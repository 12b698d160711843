package org.ringlight.analytics.spark.read;

import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Makes the readers of a scan, on the executors. Batches pass through as they are where no row has
 * to be left out; otherwise rows are looked at one by one.
 */
record TipReaders(PartitionReaderFactory iceberg, Projection projection)
    implements PartitionReaderFactory {

  private static final long serialVersionUID = 1L;

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return !projection.cuts() && iceberg.supportColumnarReads(partition);
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    return new Batches(iceberg.createColumnarReader(partition), projection);
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    PartitionReader<InternalRow> rows =
        iceberg.supportColumnarReads(partition)
            ? new BatchRows(iceberg.createColumnarReader(partition))
            : iceberg.createReader(partition);
    return new KeptRows(rows, projection);
  }

  private record Batches(PartitionReader<ColumnarBatch> iceberg, Projection projection)
      implements PartitionReader<ColumnarBatch> {

    @Override
    public boolean next() throws IOException {
      return iceberg.next();
    }

    @Override
    public ColumnarBatch get() {
      return projection.of(iceberg.get());
    }

    @Override
    public void close() throws IOException {
      iceberg.close();
    }
  }

  private static final class KeptRows implements PartitionReader<InternalRow> {
    private final PartitionReader<InternalRow> iceberg;
    private final Projection projection;
    private final ProjectedRow row;

    KeptRows(PartitionReader<InternalRow> iceberg, Projection projection) {
      this.iceberg = iceberg;
      this.projection = projection;
      this.row = new ProjectedRow(projection);
    }

    @Override
    public boolean next() throws IOException {
      while (iceberg.next()) {
        InternalRow read = iceberg.get();
        if (projection.keeps(read)) {
          row.show(read);
          return true;
        }
      }
      return false;
    }

    @Override
    public InternalRow get() {
      return row;
    }

    @Override
    public void close() throws IOException {
      iceberg.close();
    }
  }
}
