package org.ringlight.analytics.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.functions;
import scala.Option;

/**
 * Rows that were worked out once, and are kept cut off from how they came to be: what is made of
 * them has a short plan, however many rounds went before. They are on the executors' memory and
 * disks, or in {@code spark.checkpoint.dir} where that is set: only then does a job survive the
 * loss of an executor.
 *
 * @param count how many there are
 */
public record Kept(Dataset<Row> rows, long count) implements AutoCloseable {

  /** Up to how many rows are sent to every executor rather than sorted and merged. */
  public static final String BROADCAST_ROWS = "spark.ringlight.broadcastRows";

  /** About 50 MB of memory for each process, and its copy in the driver. */
  private static final String DEFAULT_BROADCAST_ROWS = "500000";

  /** Works {@code rows} out. */
  public static Kept of(Dataset<Row> rows) {
    Dataset<Row> cut =
        rows.sparkSession().sparkContext().getCheckpointDir().isDefined()
            ? rows.checkpoint(false)
            : rows.localCheckpoint(false);
    Dataset<Row> unmeasured = withoutStatistics(classic(cut));
    // counting is the job that works them out
    return new Kept(unmeasured, plan(unmeasured).rdd().count());
  }

  private static org.apache.spark.sql.classic.Dataset<Row> classic(Dataset<Row> rows) {
    return (org.apache.spark.sql.classic.Dataset<Row>) rows;
  }

  private static LogicalRDD plan(Dataset<Row> checkpoint) {
    return (LogicalRDD) classic(checkpoint).queryExecution().logical();
  }

  /**
   * A checkpoint inherits what the optimiser guessed of its size. A join's guess is a product: over
   * rounds of joins such numbers grow to megabytes of digits.
   */
  private static Dataset<Row> withoutStatistics(org.apache.spark.sql.classic.Dataset<Row> cut) {
    LogicalRDD plan = plan(cut);
    return org.apache.spark.sql.classic.Dataset.ofRows(
        cut.sparkSession(),
        new LogicalRDD(
            plan.output(),
            plan.rdd(),
            plan.outputPartitioning(),
            plan.outputOrdering(),
            plan.isStreaming(),
            plan.stream(),
            cut.sparkSession(),
            Option.empty(),
            Option.empty()));
  }

  /** The rows for the smaller side of a join. */
  public Dataset<Row> toJoin() {
    String limit = rows.sparkSession().conf().get(BROADCAST_ROWS, DEFAULT_BROADCAST_ROWS);
    return count <= Long.parseLong(limit) ? functions.broadcast(rows) : rows;
  }

  /** Frees them; nothing made of them may be asked for afterwards. */
  @Override
  public void close() {
    // a dataset cannot let go of what its checkpoint keeps
    plan(rows).rdd().unpersist(false);
  }
}
