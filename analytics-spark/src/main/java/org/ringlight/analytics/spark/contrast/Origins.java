package org.ringlight.analytics.spark.contrast;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By day, month and era, and by hop: from how many distinct outputs what a spend spends may have
 * come. After one hop these are its candidates; after each further one, what the transactions that
 * made them may have spent. An output of a coinbase, or of a transaction older than the tables, has
 * nothing before it and stays.
 *
 * @param hops how far back
 */
public record Origins(int hops) implements Measure {

  @Override
  public String word() {
    return "origins";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    Dataset<Row> links =
        graph
            .links()
            .select(
                col("chain"),
                col("spend_id").as("unit"),
                col("tx").as("at"),
                col("height"),
                col("output").as("item"),
                col("from_tx").as("next"));
    Dataset<Row> nothing = links.selectExpr("chain", "at AS next", "item AS found").where("FALSE");
    return Spread.rows(graph, links, nothing, hops).withColumnRenamed("units", "spends");
  }
}
