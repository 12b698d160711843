package org.ringlight.analytics.spark.contrast;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By flow and hop: how many outputs, and transactions, could descend from it at most: every
 * transaction with a candidate that could, taints all that it makes. An upper bound that no other
 * measure exceeds.
 */
public record PoisonBound(FlowCase flows) implements Measure {

  @Override
  public String word() {
    return "poison-bound";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    flows.cone().createOrReplaceTempView("flow_cone");
    return graph.session().sql(SpendGraph.text(word()), Map.of("hops", flows.hops()));
  }
}
