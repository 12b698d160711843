package org.ringlight.analytics.spark.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.KeyImage;

/**
 * What findings do to the candidates of a spend: what a heuristic's weigh takes the place of equal
 * weights where it is asked for, and conditional ones strike members out where they are trusted.
 */
class WeightsTest {

  private static final long RING = 20;

  @TempDir Path folder;

  private static void weigh(Lake lake, long[] members, double... probabilities) {
    claim(lake, "weights", "statistical", null, members, probabilities);
  }

  private static void claim(
      Lake lake,
      String claim,
      String guarantee,
      @Nullable String assumption,
      long[] members,
      double... probabilities) {
    Tip tip = lake.tip(Namespace.XMR).orElseThrow();
    try (Writer writer = lake.writer(Namespace.FINDINGS);
        Commit commit = writer.begin()) {
      commit.append(
          ClaimRow.TABLE,
          new ClaimRow(
              0,
              FindingId.at(TwinFlow.numbered("finding", 0), 0),
              "run",
              "age-model",
              "1",
              "",
              claim,
              List.of(KeyImage.of(TwinFlow.numbered("ring", RING))),
              0L,
              members,
              List.of(),
              probabilities,
              guarantee,
              assumption,
              List.of(),
              List.of(),
              0,
              tip.height(),
              tip.height(),
              tip.hash()));
      commit.commit(tip.height(), tip.hash());
    }
  }

  private static Map<Long, Double> weights(SparkTables tables, Optional<String> heuristic) {
    return weights(tables, Trust.PROVEN, heuristic);
  }

  private static Map<Long, Double> weights(
      SparkTables tables, Trust trust, Optional<String> heuristic) {
    Map<Long, Double> weights = new HashMap<>();
    try (SpendGraph graph = SpendGraph.of(tables, trust, heuristic)) {
      for (Row row :
          graph.candidates().where("chain = 'xmr' AND spend_id = " + RING).collectAsList()) {
        weights.put(row.getAs("output"), row.getAs("weight"));
      }
    }
    return weights;
  }

  private static long[] members(Lake lake) {
    try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
      return tables
          .session()
          .sql("SELECT members FROM xmr.rings WHERE ring_id = " + RING)
          .first()
          .<Long>getList(0)
          .stream()
          .mapToLong(Long::longValue)
          .toArray();
    }
  }

  @Test
  void whatIsConditionalStrikesOutOnlyWhereThatIsTrusted() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(8, 30, 3).writeMonero(lake, 3, false);
      long[] members = members(lake);
      claim(lake, "ring_narrowed", "conditional", "a disclosure", new long[] {members[1]});
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
        assertThat(weights(tables, Trust.PROVEN, Optional.empty())).hasSize(4);
        assertThat(weights(tables, Trust.CONDITIONAL, Optional.empty()))
            .isEqualTo(Map.of(members[1], 1.0));
      }
    }
  }

  @Test
  void aHeuristicsWeightsCountScaledToOneAndNoOtherOnes() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(8, 30, 3).writeMonero(lake, 3, false);
      long[] members = members(lake);
      assertThat(members).hasSize(4);
      // the last member is not weighed at all
      weigh(lake, new long[] {members[0], members[1], members[2]}, 0.1, 0.3, 0.4);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
        Map<Long, Double> given = weights(tables, Optional.of("age-model"));
        assertThat(given.get(members[0])).isCloseTo(0.125, within(1e-12));
        assertThat(given.get(members[1])).isCloseTo(0.375, within(1e-12));
        assertThat(given.get(members[2])).isCloseTo(0.5, within(1e-12));
        assertThat(given.get(members[3])).isZero();
        assertThat(weights(tables, Optional.of("another")).values()).containsOnly(0.25);
        assertThat(weights(tables, Optional.empty()).values()).containsOnly(0.25);
      }
    }
  }
}
