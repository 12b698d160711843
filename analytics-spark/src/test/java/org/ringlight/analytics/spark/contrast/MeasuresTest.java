package org.ringlight.analytics.spark.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.analytics.spark.job.Analysed;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

/** Measures of whole chains: beside DuckDB, and with nothing to hide behind. */
class MeasuresTest {

  private static final int HOPS = 3;
  private static final List<Measure> MEASURES =
      List.of(
          new Eras(),
          new AnonymitySets(),
          new ProvenShare(),
          new Origins(HOPS),
          new Destinations(HOPS));

  @TempDir Path folder;

  private static String twin(Measure measure) {
    return switch (measure.word()) {
      case "eras" -> Twins.ERAS;
      case "anonymity-sets" -> Twins.ANONYMITY_SETS;
      case "proven-share" -> Twins.PROVEN_SHARE;
      case "origins" -> Twins.origins(HOPS);
      case "destinations" -> Twins.destinations(HOPS);
      default -> throw new IllegalArgumentException(measure.word());
    };
  }

  private static SpendGraph graph(SparkTables tables) {
    return SpendGraph.of(tables, Trust.PROVEN, Optional.empty());
  }

  @Test
  void everyMeasureIsWhatDuckDbCounts() throws SQLException {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(3, 40, 3).writeMonero(lake, 2, false);
      Analysed.upToTip(lake);
      TwinFlow.random(4, 50, 4).writeBitcoin(lake);
      try (SqlSession duckDb = Sql.open(lake);
          SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        for (Measure measure : MEASURES) {
          Answers.same(measure.rows(graph), duckDb, twin(measure));
        }
      }
    }
  }

  @Test
  void withRingsOfOneBothChainsSayTheSame() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow flow = TwinFlow.random(5, 30, 4);
      flow.writeMonero(lake, 0, false);
      flow.writeBitcoin(lake);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        // eras differ, of which Bitcoin has none by blocks
        for (Measure measure : MEASURES.subList(1, MEASURES.size())) {
          Dataset<Row> rows = measure.rows(graph).where("kind <> 'era'");
          assertThat(Answers.ofSpark(rows.where("chain = 'xmr'").drop("chain")))
              .as(measure.word())
              .hasSizeGreaterThan(10)
              .isEqualTo(Answers.ofSpark(rows.where("chain = 'btc'").drop("chain")));
        }
      }
    }
  }

  @Test
  void sketchesAreNearToWhatIsCounted() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(6, 60, 6).writeMonero(lake, 4, false);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        for (Measure measure : List.of(new Origins(2), new Destinations(2))) {
          List<Row> counted = measure.rows(graph).where("kind = 'era'").collectAsList();
          tables.session().conf().set(Spread.EXACT_PAIRS, "0");
          List<Row> sketched = measure.rows(graph).where("kind = 'era'").collectAsList();
          tables.session().conf().unset(Spread.EXACT_PAIRS);
          assertThat(sketched).hasSameSizeAs(counted);
          for (int i = 0; i < counted.size(); i++) {
            assertThat(sketched.get(i).<Boolean>getAs("exact")).isFalse();
            assertThat(counted.get(i).<Boolean>getAs("exact")).isTrue();
            assertThat(sketched.get(i).<Double>getAs("mean_outputs"))
                .isCloseTo(
                    counted.get(i).<Double>getAs("mean_outputs"), Percentage.withPercentage(5));
          }
        }
      }
    }
  }

  @Test
  void aChainThatIsNotThereHasNoRows() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(7, 20, 3).writeBitcoin(lake);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        assertThat(new AnonymitySets().rows(graph).select("chain").distinct().collectAsList())
            .extracting(row -> row.getString(0))
            .containsExactly("btc");
      }
    }
  }

  @Test
  void datasetsHaveTheirSchemasAndWeightsSumToOne() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(8, 30, 3).writeMonero(lake, 3, false);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        assertThat(graph.spends().schema().simpleString())
            .isEqualTo(SpendGraph.SPENDS.simpleString());
        assertThat(graph.candidates().schema().simpleString())
            .isEqualTo(SpendGraph.CANDIDATES.simpleString());
        assertThat(graph.outputs().schema().simpleString())
            .isEqualTo(SpendGraph.OUTPUTS.simpleString());
        Dataset<Row> sums = graph.candidates().groupBy("chain", "spend_id").sum("weight");
        assertThat(sums.count()).isEqualTo(graph.spends().count()).isGreaterThan(20);
        assertThat(sums.where("abs(`sum(weight)` - 1) > 1e-12").count()).isZero();
      }
    }
  }
}
