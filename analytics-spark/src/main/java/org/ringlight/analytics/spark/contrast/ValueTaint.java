package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By flow and method: where its value lies after the hops that were followed, in satoshi or atomic
 * units. {@code taken} is what the sources held, {@code at_labels} has come to a label and is not
 * followed beyond, {@code held} lies in {@code outputs} unspent or not followed further, {@code
 * fees} went to miners.
 *
 * <p>Followed are transactions of which it is known what they spend, and what that and all that
 * they make is worth. In Bitcoin that is every one; in Monero those with cleartext amounts whose
 * rings are resolved. Elsewhere value comes to a halt, and no guess takes its place: a flow whose
 * sources hide their value has no rows.
 */
public record ValueTaint(FlowCase flows) implements Measure {

  @Override
  public String word() {
    return "value-taint";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    return flows
        .values()
        .selectExpr(
            "chain",
            "flow",
            "method",
            "taken - again AS taken",
            "direct + indirect AS at_labels",
            "held",
            "outputs",
            "fees")
        .orderBy("chain", "flow", "method");
  }
}
