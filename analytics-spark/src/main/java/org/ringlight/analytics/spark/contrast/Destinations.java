package org.ringlight.analytics.spark.contrast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * By day, month and era, and by hop: in how many distinct outputs what an output holds may lie.
 * After one hop these are the outputs of every transaction that may spend it, and itself unless it
 * is known to be spent.
 *
 * @param hops how far on
 */
public record Destinations(int hops) implements Measure {

  @Override
  public String word() {
    return "destinations";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    Dataset<Row> made = graph.outputs();
    Dataset<Row> spent =
        made.select("chain", "output", "tx", "height")
            .join(
                graph.links().select(col("chain"), col("output"), col("tx").as("next")).distinct(),
                new String[] {"chain", "output"});
    Dataset<Row> resting =
        graph.resting().withColumn("next", lit(null).cast(DataTypes.LongType)).drop("value");
    Dataset<Row> links =
        spent
            .unionByName(resting)
            .selectExpr("chain", "output AS unit", "tx AS at", "height", "output AS item", "next");
    Dataset<Row> first = made.selectExpr("chain", "tx AS next", "output AS found");
    return Spread.rows(graph, links, first, hops).withColumnRenamed("units", "outputs");
  }
}
