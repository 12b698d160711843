package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Something that is asked of both chains in the same words, and answered by a few rows. */
public interface Measure {

  /** How it is called on the command line and in file names. */
  String word();

  /**
   * Its rows, in order; column {@code chain} says of which chain. They can be read until {@code
   * graph} is closed.
   */
  Dataset<Row> rows(SpendGraph graph);
}
