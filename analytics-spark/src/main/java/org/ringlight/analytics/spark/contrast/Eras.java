package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The eras of both chains: where each begins, and how many outputs there are at its end. That is
 * the anonymity set of a spend where proofs of membership are over all outputs (FCMP++, announced).
 */
public record Eras() implements Measure {

  @Override
  public String word() {
    return "eras";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    return graph.session().sql(SpendGraph.text(word()));
  }
}
