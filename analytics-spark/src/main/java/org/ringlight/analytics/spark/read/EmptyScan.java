package org.ringlight.analytics.spark.read;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.types.StructType;

/** No rows. */
record EmptyScan(StructType readSchema) implements LocalScan {

  @Override
  public InternalRow[] rows() {
    return new InternalRow[0];
  }
}
