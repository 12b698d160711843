package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By day, month and era: the share of spends of which it is known what they spend. In Bitcoin that
 * is all of them. Cost: one pass over rings and inputs.
 */
public record ProvenShare() implements Measure {

  @Override
  public String word() {
    return "proven-share";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    return graph.session().sql(SpendGraph.text(word()));
  }
}
