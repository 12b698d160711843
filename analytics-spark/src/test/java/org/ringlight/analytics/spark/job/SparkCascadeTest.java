package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.Kept;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;

/** The cascade in Spark beside the one over arrays. */
class SparkCascadeTest {

  @TempDir Path folder;

  private static Set<String> spark(SparkTables tables) {
    try (SparkCascade cascade = SparkCascade.of(tables)) {
      return CascadeLines.of(cascade.resolved());
    }
  }

  @Test
  void theMiniChainIsResolvedAsItsStoryTells() {
    MiniChain chain = MiniChain.ofStory();
    chain.write(folder);
    try (Lake lake = Lake.openExisting(folder);
        SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
        SparkCascade cascade = SparkCascade.of(tables)) {
      Set<String> lines = CascadeLines.of(cascade.resolved());
      assertThat(lines)
          .isEqualTo(ArrayGraph.of(lake, Long.MAX_VALUE).cascade())
          .contains(
              chain.resolve("ring(ada-1) spends out(ada-1), depth 0, height 4"),
              chain.resolve("ring(ada-5) spends out(ada-5), depth 4, height 7"))
          .hasSize(5);
      assertThat(cascade.rounds()).isEqualTo(5);
      assertThat(cascade.resolved().schema().fields())
          .extracting(field -> field.name() + " " + field.dataType().sql() + " " + field.nullable())
          .containsExactly(
              "key_image BINARY false",
              "index_space DECIMAL(20,0) false",
              "amount_index BIGINT true",
              "depth INT false",
              "height BIGINT false");
    }
  }

  @Test
  void aWholeChainIsResolvedAsByTheKernel() {
    try (Lake lake = Lake.open(folder)) {
      RandomRings.whole(1).write(lake);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
        Set<String> lines = spark(tables);
        assertThat(lines).isEqualTo(ArrayGraph.of(lake, Long.MAX_VALUE).cascade());
        assertThat(lines)
            .anyMatch(line -> line.contains("depth " + (RandomRings.STAIRS - 1)))
            .anyMatch(line -> line.contains(":?"));
      }
    }
  }

  @Test
  void whatFollowsAsOfAHeightFollowsFromTheRingsUpToIt() {
    try (Lake lake = Lake.open(folder)) {
      RandomRings.whole(2).write(lake);
      try (SparkTables tables = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 60)) {
        Set<String> lines = spark(tables);
        assertThat(lines).isNotEmpty().isEqualTo(ArrayGraph.of(lake, 60).cascade());
      }
    }
  }

  @Test
  void aSliceWithOlderMembersIsResolvedAsByTheKernel() {
    try (Lake lake = Lake.open(folder)) {
      RandomRings.slice(3).write(lake);
      try (SparkTables tables = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 50)) {
        assertThat(spark(tables)).isNotEmpty().isEqualTo(ArrayGraph.of(lake, 50).cascade());
      }
    }
  }

  @Test
  void sortedAndMergedInsteadOfBroadcastItIsTheSame() {
    try (Lake lake = Lake.open(folder)) {
      RandomRings.slice(4).write(lake);
      try (SparkTables tables = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 40)) {
        tables.session().conf().set(Kept.BROADCAST_ROWS, "0");
        tables.session().conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
        assertThat(spark(tables)).isNotEmpty().isEqualTo(ArrayGraph.of(lake, 40).cascade());
      }
    }
  }

  @Test
  void nothingFollowsFromNothing() {
    try (Lake lake = Lake.open(folder);
        SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
        SparkCascade cascade = SparkCascade.of(tables)) {
      List<Row> rows = cascade.resolved().collectAsList();
      assertThat(rows).isEmpty();
      assertThat(cascade.rounds()).isZero();
    }
  }

  @Test
  void ringsThatSpendOneKeyAreNamed() {
    MiniChain chain =
        MiniChain.of(
            """
            ```chain
            block 0: a=1 b=1 has the key of a
            block 1
            tx one
              spends a among a
              pays c
            tx other
              spends b among b
              pays d
            ```
            """);
    chain.write(folder);
    try (Lake lake = Lake.openExisting(folder);
        SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> SparkCascade.of(tables))
          .withMessageContaining("two rings spend one key")
          .withMessageMatching(".*ring [0-9a-f]{64}.*");
    }
  }
}
