package org.ringlight.analytics.spark.contrast;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ringlight.analytics.spark.Kept;

/**
 * How many distinct outputs lie some hops away, from every unit at once. Links are {@code chain,
 * unit, at, height, item, next}: a unit, such as a spend, stands at the transaction {@code at} and
 * leads on to the transaction {@code next}; where nothing is known there, it ends in the output
 * {@code item}. What a transaction leads to after a hop is what its units lead to together, so that
 * each hop is one join of the links with what the hop before it gave, however many ways there are.
 *
 * <p>Sets are exact as long as they are few; then each becomes a sketch (HyperLogLog, Flajolet et
 * al. 2007) of 2^9 registers, with a standard error of 4.6 % for a set, less for a mean.
 */
final class Spread {

  /** Up to how many pairs of a unit and an output are held exactly. */
  static final String EXACT_PAIRS = "spark.ringlight.exactPairs";

  private static final String DEFAULT_EXACT_PAIRS = "5000000";
  private static final int REGISTERS_LOG2 = 9;
  private static final String[] NEXT = {"chain", "next"};

  /** The chain as a number while sets are made: rows whose keys have no text are hashed faster. */
  private static final Column NUMBERED = expr("CAST(chain = 'btc' AS TINYINT)");

  private static final Column NAMED = expr("IF(chain = 1, 'btc', 'xmr')");

  private final SpendGraph graph;
  private final Dataset<Row> links;
  private final long exactPairs;
  private final List<Kept> heights = new ArrayList<>();
  private Kept sets;
  private boolean exact = true;

  private Spread(SpendGraph graph, Dataset<Row> links, Dataset<Row> first, long exactPairs) {
    this.graph = graph;
    this.links = links;
    this.exactPairs = exactPairs;
    sets = Kept.of(first);
  }

  /**
   * Follows the links.
   *
   * @param first what transactions lead to before the first hop: {@code chain, next, found}
   * @return {@code chain, kind, period, hop, units, mean_outputs, most_outputs, exact}
   */
  static Dataset<Row> rows(SpendGraph graph, Dataset<Row> links, Dataset<Row> first, int hops) {
    long exactPairs = Long.parseLong(graph.session().conf().get(EXACT_PAIRS, DEFAULT_EXACT_PAIRS));
    try (Kept kept = Kept.of(links.withColumn("chain", NUMBERED))) {
      Spread spread =
          new Spread(graph, kept.rows(), first.withColumn("chain", NUMBERED), exactPairs);
      for (int hop = 1; hop <= hops; hop++) {
        spread.hop(hop, hop == hops);
      }
      spread.sets.close();
      spread.heights.stream()
          .map(Kept::rows)
          .reduce(Dataset::union)
          .orElseThrow()
          .withColumn("chain", NAMED)
          .createOrReplaceTempView("spread_found");
      return graph.session().sql(SpendGraph.text("spread"));
    }
  }

  private void hop(int hop, boolean last) {
    if (exact && expected() > exactPairs) {
      replace(
          Kept.of(
              sets.rows()
                  .groupBy("chain", "next")
                  .agg(expr("hll_sketch_agg(found, " + REGISTERS_LOG2 + ")").as("found"))));
      exact = false;
    }
    try (Kept reached = exact ? pairs() : sketches()) {
      Dataset<Row> sizes =
          exact
              ? reached.rows().groupBy("chain", "unit", "height").agg(expr("count(*) AS found"))
              : reached.rows().selectExpr("chain", "height", "hll_sketch_estimate(found) AS found");
      heights.add(
          graph.hold(
              sizes
                  .groupBy("chain", "height")
                  .agg(
                      expr("count(*) AS units"),
                      expr("sum(found) AS found"),
                      expr("max(found) AS most"))
                  .withColumn("hop", lit(hop))
                  .withColumn("exact", lit(exact))));
      if (!last) {
        Dataset<Row> together = reached.rows().withColumnRenamed("at", "next");
        replace(
            Kept.of(
                exact
                    ? together.select("chain", "next", "found").distinct()
                    : together
                        .groupBy("chain", "next")
                        .agg(expr("hll_union_agg(found) AS found"))));
      }
    }
  }

  private void replace(Kept next) {
    sets.close();
    sets = next;
  }

  /** How many pairs the next hop gives before like ones are joined. */
  private long expected() {
    Dataset<Row> sizes = sets.rows().groupBy("chain", "next").agg(expr("count(*) AS size"));
    Row sum =
        links.join(sizes, NEXT, "left").agg(expr("coalesce(sum(coalesce(size, 1)), 0)")).first();
    return sum.getLong(0);
  }

  private Kept pairs() {
    return Kept.of(
        links
            .join(sets.rows(), NEXT, "left")
            .select(
                col("chain"),
                col("unit"),
                col("at"),
                col("height"),
                coalesce(col("found"), col("item")).as("found"))
            .distinct());
  }

  private Kept sketches() {
    return Kept.of(
        links
            .join(sets.rows(), NEXT, "left")
            .groupBy("chain", "unit", "at", "height")
            .agg(
                expr(
                    "hll_union(hll_sketch_agg(IF(found IS NULL, item, NULL), "
                        + REGISTERS_LOG2
                        + "), hll_union_agg(found, TRUE), TRUE) AS found")));
  }
}
