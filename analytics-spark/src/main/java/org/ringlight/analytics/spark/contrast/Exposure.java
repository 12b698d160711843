package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By flow and method: how a flow's value is exposed to its labels, as shares that sum to 1. {@code
 * direct} came to labels by transactions that spend a source, {@code indirect} by others; {@code
 * unattributed} lies elsewhere; {@code fees} went to miners. Poison has no row, since it does not
 * conserve value. What is followed is said at {@link ValueTaint}.
 */
public record Exposure(FlowCase flows) implements Measure {

  @Override
  public String word() {
    return "exposure";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    return flows
        .values()
        .where("conserves AND taken > again")
        .selectExpr(
            "chain",
            "flow",
            "method",
            share("direct", "direct"),
            share("indirect", "indirect"),
            share("held", "unattributed"),
            share("fees", "fees"))
        .orderBy("chain", "flow", "method");
  }

  private static String share(String value, String name) {
    return "round(" + value + " / (taken - again), 9) AS " + name;
  }
}
