package org.ringlight.analytics.spark.contrast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.spark.Kept;

/**
 * Flows on one graph, worked out once for all measures of them: the cone of what could descend from
 * their sources, and worlds drawn over the spends in it.
 *
 * <p>A world says what every spend of the cone spent. Spends outside take outputs too: those that
 * compete with the cone's for an output are drawn with them, and those that compete with these, and
 * so on, until there are none or {@link #MOST_SPENDS} are reached; then {@link #isClosed} says that
 * competition was cut off.
 */
final class FlowCase {

  /** Up to how many spends are drawn together. */
  static final String MOST_SPENDS = "spark.ringlight.worldSpends";

  private static final String DEFAULT_MOST_SPENDS = "200000";

  /** Chains of worlds, each drawn on its own. */
  static final int CHAINS = 8;

  private static final String[] OUTPUT = {"chain", "output"};
  private static final String[] OF_FLOW = {"flow", "chain", "output"};

  private final SpendGraph graph;
  private final int hops;
  private final int worlds;
  private final Dataset<Row> marks;
  private @Nullable Dataset<Row> cone;
  private @Nullable Dataset<Row> drawn;
  private @Nullable Dataset<Row> values;
  private boolean closed;

  /**
   * @param hops how far flows are followed
   * @param worlds how many worlds are drawn, rounded up to a multiple of {@link #CHAINS}
   * @throws org.ringlight.failure.ConfigurationInvalid as {@link Flows#marks} does
   */
  FlowCase(SpendGraph graph, Flows flows, int hops, int worlds) {
    this.graph = graph;
    this.marks = graph.hold(flows.marks(graph)).rows();
    this.hops = hops;
    this.worlds = worlds;
  }

  SpendGraph graph() {
    return graph;
  }

  int hops() {
    return hops;
  }

  /**
   * What could descend, with the least number of hops: {@code flow, chain, output, tx, height, hop,
   * day}, days since the first source.
   */
  Dataset<Row> cone() {
    if (cone == null) {
      Dataset<Row> reached =
          graph
              .hold(
                  graph
                      .outputs()
                      .drop("value")
                      .join(
                          marks.where("role = 'source'").select("flow", "chain", "output"), OUTPUT)
                      .select("flow", "chain", "output", "tx", "height")
                      .withColumn("hop", lit(0)))
              .rows();
      Dataset<Row> front = reached;
      for (int hop = 1; hop <= hops; hop++) {
        front = graph.hold(next(front, reached, hop)).rows();
        reached = reached.union(front);
      }
      cone = graph.hold(dated(reached)).rows();
    }
    return cone;
  }

  private Dataset<Row> next(Dataset<Row> front, Dataset<Row> reached, int hop) {
    Dataset<Row> spenders =
        graph
            .links()
            .select("chain", "output", "tx")
            .join(front.select("flow", "chain", "output"), OUTPUT)
            .select("flow", "chain", "tx")
            .distinct();
    return graph
        .outputs()
        .join(spenders, new String[] {"chain", "tx"})
        .select("flow", "chain", "output", "tx", "height")
        .join(reached.select("flow", "chain", "output"), OF_FLOW, "left_anti")
        .withColumn("hop", lit(hop));
  }

  private Dataset<Row> dated(Dataset<Row> reached) {
    Dataset<Row> dates =
        reached
            .join(
                graph.session().table("spend_calendar").select("chain", "height", "day"),
                new String[] {"chain", "height"})
            .withColumn("date", expr("to_date(day)"));
    Dataset<Row> begin =
        dates.where("hop = 0").groupBy("flow", "chain").agg(expr("min(date) AS begin"));
    return dates
        .join(begin, new String[] {"flow", "chain"})
        .selectExpr(
            "flow",
            "chain",
            "output",
            "tx",
            "height",
            "hop",
            // miners' clocks: a block may seem to be older than what it spends
            "greatest(0, datediff(date, begin)) AS day");
  }

  /** Whether all spends that compete with those of the cone were drawn with them. */
  boolean isClosed() {
    return closed;
  }

  /** The spends to draw: {@code flow, chain, spend_id}. */
  private Dataset<Row> spends() {
    Dataset<Row> links = graph.links().select("chain", "spend_id", "output");
    Kept spends =
        graph.hold(
            links
                .join(cone().where(col("hop").lt(hops)).select("flow", "chain", "output"), OUTPUT)
                .select("flow", "chain", "spend_id")
                .distinct());
    long most = Long.parseLong(graph.session().conf().get(MOST_SPENDS, DEFAULT_MOST_SPENDS));
    while (!closed && spends.count() <= most) {
      Dataset<Row> wanted =
          links
              .join(spends.rows(), new String[] {"chain", "spend_id"})
              .select("flow", "chain", "output")
              .distinct();
      Kept more =
          graph.hold(links.join(wanted, OUTPUT).select("flow", "chain", "spend_id").distinct());
      closed = more.count() == spends.count();
      if (more.count() > most) {
        break;
      }
      spends = more;
    }
    return spends.rows();
  }

  /** Where the value of flows lies, by every method: {@link FollowValues#RESULT}. */
  Dataset<Row> values() {
    if (values == null) {
      cone().createOrReplaceTempView("flow_cone");
      marks.where("role = 'label'").createOrReplaceTempView("flow_labels");
      graph.links().createOrReplaceTempView("spend_links");
      values =
          graph
              .hold(
                  graph
                      .session()
                      .sql(SpendGraph.text("known-values"))
                      .groupByKey(
                          (MapFunction<Row, String>)
                              row -> row.getAs("flow") + "\u0000" + row.getAs("chain"),
                          Encoders.STRING())
                      .flatMapGroups(new FollowValues(), Encoders.row(FollowValues.RESULT)))
              .rows();
    }
    return values;
  }

  /** What the worlds of each chain showed: {@link DrawWorlds#RESULT}. */
  Dataset<Row> drawn() {
    if (drawn == null) {
      Dataset<Row> rows =
          graph
              .links()
              .join(spends(), new String[] {"chain", "spend_id"})
              .selectExpr(
                  "flow",
                  "chain",
                  "'candidate' AS kind",
                  "tx",
                  "spend_id",
                  "output",
                  "weight",
                  "CAST(NULL AS INT) AS hop",
                  "CAST(NULL AS INT) AS day")
              .unionByName(
                  cone()
                      .selectExpr(
                          "flow",
                          "chain",
                          "IF(hop = 0, 'source', 'made') AS kind",
                          "tx",
                          "CAST(NULL AS BIGINT) AS spend_id",
                          "output",
                          "CAST(NULL AS DOUBLE) AS weight",
                          "hop",
                          "day"))
              .unionByName(
                  marks
                      .where("role = 'label'")
                      .selectExpr(
                          "flow",
                          "chain",
                          "'label' AS kind",
                          "CAST(NULL AS BIGINT) AS tx",
                          "CAST(NULL AS BIGINT) AS spend_id",
                          "output",
                          "CAST(NULL AS DOUBLE) AS weight",
                          "CAST(NULL AS INT) AS hop",
                          "CAST(NULL AS INT) AS day"))
              .withColumn("batch", expr("explode(sequence(0, " + (CHAINS - 1) + "))"));
      drawn =
          graph
              .hold(
                  rows.groupByKey(
                          (MapFunction<Row, String>)
                              row ->
                                  row.getAs("flow")
                                      + "\u0000"
                                      + row.getAs("chain")
                                      + "\u0000"
                                      + row.getAs("batch"),
                          Encoders.STRING())
                      .flatMapGroups(
                          new DrawWorlds(hops, (worlds + CHAINS - 1) / CHAINS),
                          Encoders.row(DrawWorlds.RESULT)))
              .rows();
    }
    return drawn;
  }
}
