package org.ringlight.analytics.spark.contrast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * By day, month and era: how many outputs a spend may have spent, and how many that is worth.
 *
 * <p>The effective anonymity set is 2 to the power of the entropy of a spend's weights: n for n
 * equal ones, 1 where it is known. Source: Serjantov, Danezis, "Towards an Information Theoretic
 * Metric for Anonymity", PET 2002. Cost: one pass over rings and inputs.
 */
public record AnonymitySets() implements Measure {

  @Override
  public String word() {
    return "anonymity-sets";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    return graph.session().sql(SpendGraph.text(word()));
  }
}
