package org.ringlight.analytics.spark;

import java.nio.file.Path;
import java.sql.SQLException;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

/**
 * The driver of {@link ClusterTest}, a process of its own, since a process has one Spark context:
 * {@code ReadOnCluster DATA}. Ends with 0 where both engines gave the same rows.
 */
final class ReadOnCluster {

  /** What it prints when all is well, and how many executors there were. */
  static final String SAME = "same rows, executors: ";

  private ReadOnCluster() {}

  public static void main(String[] args) throws SQLException {
    try (Lake lake = Lake.openExisting(Path.of(args[0]));
        SqlSession duckDb = Sql.open(lake);
        SparkTables spark = SparkTables.open(SparkSessions.open(), lake)) {
      SameRows.inEveryTable(duckDb, spark);
      // one of those that it counts is the driver
      int executors = spark.session().sparkContext().statusTracker().getExecutorInfos().length - 1;
      System.out.println(SAME + executors);
      spark.session().stop();
    }
  }
}
