package org.ringlight.analytics.spark.contrast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.spark.Kept;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.SqlText;
import org.ringlight.analytics.spark.claims.RingClaims;
import org.ringlight.analytics.spark.claims.Trust;

/**
 * Spends with weighted candidate outputs, over the tables of both chains: one candidate of weight 1
 * in Bitcoin; in Monero the members of the ring that no claim strikes out, each with the same
 * weight, or with what a named heuristic gave it. Weights of a spend sum to 1. One candidate is a
 * proof: by consensus, or by the findings that strike out all others.
 *
 * <p>Outputs, spends and transactions have the numbers of their chain's tables; an output that is
 * older than a slice has a negative one, a 64-bit hash of its name.
 */
public final class SpendGraph implements AutoCloseable {

  /** {@code era}: major version of a Monero block, number of halvings before a Bitcoin block. */
  public static final StructType SPENDS =
      new StructType()
          .add("chain", DataTypes.StringType)
          .add("spend_id", DataTypes.LongType)
          .add("tx", DataTypes.LongType)
          .add("height", DataTypes.LongType)
          .add("day", DataTypes.StringType)
          .add("month", DataTypes.StringType)
          .add("era", DataTypes.StringType);

  /** A row for each output that a spend may spend. */
  public static final StructType CANDIDATES =
      new StructType()
          .add("chain", DataTypes.StringType)
          .add("spend_id", DataTypes.LongType)
          .add("output", DataTypes.LongType)
          .add("weight", DataTypes.DoubleType);

  /** {@code value}: atomic units or satoshi, absent where hidden. */
  public static final StructType OUTPUTS =
      new StructType()
          .add("chain", DataTypes.StringType)
          .add("output", DataTypes.LongType)
          .add("tx", DataTypes.LongType)
          .add("height", DataTypes.LongType)
          .add("value", DataTypes.createDecimalType(20, 0));

  private final SparkTables tables;
  private final List<Kept> held = new ArrayList<>();
  private @Nullable Kept links;

  private SpendGraph(SparkTables tables) {
    this.tables = tables;
  }

  /**
   * The graph at the tips of {@code tables}. Close it when no measure is asked for any more.
   *
   * @param trust which claims strike members out
   * @param weights the heuristic whose weights take the place of equal ones, where it gave any
   */
  public static SpendGraph of(SparkTables tables, Trust trust, Optional<String> weights) {
    SpendGraph graph = new SpendGraph(tables);
    RingClaims.view(tables, trust);
    graph.view("calendar", "spend_calendar");
    graph.view("periods", "spend_periods");
    graph
        .session()
        .sql(text("choices"), Map.of("weights", weights.orElse("")))
        .createOrReplaceTempView("spend_choices");
    graph.view("made", "spend_made");
    graph
        .session()
        .table("spend_choices")
        .selectExpr(
            "chain",
            "height",
            "size(outputs) AS candidates",
            "aggregate(weights, 0D, (sum, w) -> sum - IF(w > 0, w * ln(w), 0D)) AS entropy")
        .createOrReplaceTempView("spend_sizes");
    return graph;
  }

  SparkSession session() {
    return tables.session();
  }

  private void view(String file, String name) {
    session().sql(text(file)).createOrReplaceTempView(name);
  }

  static String text(String file) {
    return SqlText.of(SpendGraph.class, file);
  }

  /** All spends: {@link #SPENDS}. */
  public Dataset<Row> spends() {
    return session()
        .table("spend_choices")
        .join(session().table("spend_calendar"), new String[] {"chain", "height"})
        .to(SPENDS);
  }

  /** What they may spend: {@link #CANDIDATES}. */
  public Dataset<Row> candidates() {
    return exploded().to(CANDIDATES);
  }

  /** The outputs of both chains: {@link #OUTPUTS}. */
  public Dataset<Row> outputs() {
    return session().table("spend_made").to(OUTPUTS);
  }

  private Dataset<Row> exploded() {
    return session()
        .table("spend_choices")
        .selectExpr(
            "chain",
            "spend_id",
            "tx",
            "height",
            "size(outputs) = 1 AS proven",
            "inline(transform(outputs, (o, i) -> struct(o AS output, weights[i] AS weight)))");
  }

  /**
   * Every candidate beside the transaction that made it, {@code NULL} where that is older than the
   * tables: {@code chain, spend_id, tx, height, proven, output, weight, from_tx}. Worked out once.
   */
  Dataset<Row> links() {
    if (links == null) {
      Dataset<Row> made = outputs().select(col("chain"), col("output"), col("tx").as("from_tx"));
      links = hold(exploded().join(made, new String[] {"chain", "output"}, "left"));
    }
    return links.rows();
  }

  /** Outputs that may lie where they are: no spend is known to have spent them. */
  Dataset<Row> resting() {
    Dataset<Row> spent = links().where(expr("proven")).select("chain", "output").distinct();
    return outputs().join(spent, new String[] {"chain", "output"}, "left_anti");
  }

  /** Works {@code rows} out and keeps them until the graph is closed. */
  Kept hold(Dataset<Row> rows) {
    Kept kept = Kept.of(rows);
    held.add(kept);
    return kept;
  }

  @Override
  public void close() {
    held.forEach(Kept::close);
    held.clear();
    links = null;
  }
}
