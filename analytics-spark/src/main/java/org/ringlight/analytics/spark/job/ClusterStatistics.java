package org.ringlight.analytics.spark.job;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.SqlText;

/**
 * What the clusters of {@code btc_findings.clusters} did, by cluster: addresses, transactions that
 * pay to it or spend from it, satoshi received and left, the first and the last block of it; the
 * richest first. Of a slice, what was spent below it is in no balance. As statistical as the
 * clusters are.
 *
 * <p>The kernels cluster on one machine, in 4 bytes an address; this is the join around them, of
 * every output and input of the chain, which is what grows.
 */
final class ClusterStatistics {

  private ClusterStatistics() {}

  /** The rows, in order. */
  static Dataset<Row> rows(SparkTables tables) {
    return tables.session().sql(SqlText.of(ClusterStatistics.class, "clusters"));
  }
}
