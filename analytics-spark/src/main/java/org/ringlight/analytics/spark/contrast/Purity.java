package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By flow and day since its first source: which part of the outputs that could descend from it does
 * on average. It is 1 as long as nothing hides; whoever points at one of them without more to go on
 * is right that often.
 */
public record Purity(FlowCase flows) implements Measure {

  @Override
  public String word() {
    return "purity";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    flows.cone().createOrReplaceTempView("flow_cone");
    flows.drawn().createOrReplaceTempView("flow_drawn");
    return graph.session().sql(SpendGraph.text(word()));
  }
}
