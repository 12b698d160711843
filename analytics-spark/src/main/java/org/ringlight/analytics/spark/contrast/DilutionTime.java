package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By flow: after how many days its {@link Purity} falls below a half, a tenth, a hundredth; absent
 * where it does not within the hops that were followed.
 */
public record DilutionTime(FlowCase flows) implements Measure {

  @Override
  public String word() {
    return "dilution-time";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    new Purity(flows).rows(graph).createOrReplaceTempView("flow_purity");
    return graph.session().sql(SpendGraph.text(word()));
  }
}
