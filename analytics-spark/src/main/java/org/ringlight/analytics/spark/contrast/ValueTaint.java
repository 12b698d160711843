package org.ringlight.analytics.spark.contrast;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * By flow and method: where its value lies after the hops that were followed, in satoshi or atomic
 * units. {@code taken} is what the sources held, {@code held} lies in {@code outputs} unspent or
 * not followed further, {@code fees} went to miners.
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
    flows.cone().createOrReplaceTempView("flow_cone");
    graph.links().createOrReplaceTempView("spend_links");
    return graph
        .session()
        .sql(SpendGraph.text(word()))
        .groupByKey(
            (MapFunction<Row, String>) row -> row.getAs("flow") + "\u0000" + row.getAs("chain"),
            Encoders.STRING())
        .flatMapGroups(new FollowValues(), Encoders.row(FollowValues.RESULT))
        .orderBy("chain", "flow", "method");
  }
}
