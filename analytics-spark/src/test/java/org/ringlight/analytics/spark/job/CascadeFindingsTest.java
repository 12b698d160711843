package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.analysis.Analysis;
import org.ringlight.analytics.analysis.AnalysisListener;
import org.ringlight.analytics.analysis.AnalysisOptions;
import org.ringlight.analytics.analysis.AnalysisResult;
import org.ringlight.analytics.analysis.ForeignCascade;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;

/** Findings that Spark works out, beside those of the kernel over arrays: the same rows. */
class CascadeFindingsTest {

  @TempDir Path folder;

  private static void job(Lake lake, Path out, long height) {
    try (SparkTables tables = SparkTables.openAtHeight(SharedSpark.SESSION, lake, height)) {
      new Job.OfRings(SparkCascade::findings)
          .run(tables, rows -> RowFormat.PARQUET.write(rows, out.toString()));
    }
  }

  private static AnalysisResult analyse(Lake lake) {
    return new Analysis(
            lake,
            new AnalysisOptions(ForeignCascade.heuristics(), List.of(), List.of(), true),
            AnalysisListener.SILENT)
        .run();
  }

  private static List<ClaimRow> findings(Lake lake) {
    List<ClaimRow> all = new ArrayList<>();
    try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow();
        Rows<ClaimRow> rows = tables.scan(ClaimRow.TABLE)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  private static void compare(Lake lake) {
    AnalysisResult kernel = analyse(lake);
    List<ClaimRow> expected = findings(lake);
    AnalysisResult spark =
        new ForeignCascade(lake, (out, height) -> job(lake, out, height), AnalysisListener.SILENT)
            .run();
    assertThat(findings(lake))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("number", "runId")
        .isEqualTo(expected);
    assertThat(spark).usingRecursiveComparison().ignoringFields("runId").isEqualTo(kernel);
    assertThat(analyse(lake).keptUpTo()).as("nothing goes on from it").isEqualTo(-1);
  }

  @Test
  void theMiniChainsFindingsAreTheSame() {
    MiniChain.ofStory().write(folder);
    try (Lake lake = Lake.openExisting(folder)) {
      compare(lake);
      assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**cascade-*");
    }
  }

  @Test
  void aChainOfManyKindsOfRingsHasTheSame() {
    try (Lake lake = Lake.open(folder)) {
      RandomRings.whole(5).write(lake);
      compare(lake);
      assertThat(findings(lake))
          .extracting(ClaimRow::heuristic)
          .contains("zero-mixin", "cascade", "duplicate-keys");
      assertThat(findings(lake)).extracting(ClaimRow::claim).contains("ring_narrowed");
    }
  }

  @Test
  void nothingFollowsFromRingsThatAreOpen() {
    MiniChain.of(
            """
            ```chain
            block 0: a b c
            block 1
            tx one
              spends a among a b c
              pays d
            ```
            """)
        .write(folder);
    try (Lake lake = Lake.openExisting(folder)) {
      compare(lake);
      assertThat(findings(lake)).isEmpty();
    }
  }

  @Test
  void aSliceHasTheSame() {
    try (Lake lake = Lake.open(folder)) {
      RandomRings.slice(6).write(lake);
      compare(lake);
    }
  }
}
