package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.analytics.spark.contrast.ContrastOptions;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.Namespace;

/** What a job may be asked, and how its rows leave it. */
class JobsTest {

  private static final MiniChain CHAIN = MiniChain.ofStory();
  private static final Job STATISTIC = new Job.OfFindings(Statistic.CLOSED_SETS, Trust.PROVEN);

  @TempDir static Path analysed;
  @TempDir Path folder;

  @BeforeAll
  static void analyse() {
    CHAIN.write(analysed);
    try (Lake lake = Lake.openExisting(analysed)) {
      Analysed.upToTip(lake);
    }
  }

  @Test
  void aStatisticNeedsFindings() {
    CHAIN.write(folder);
    try (Lake lake = Lake.openExisting(folder)) {
      assertThatExceptionOfType(ConfigurationInvalid.class)
          .isThrownBy(() -> STATISTIC.height(lake, OptionalLong.empty()))
          .withMessageContaining("there are no findings yet")
          .withMessageContaining("ringlight analyze");
    }
  }

  @Test
  void aStatisticEndsWhereTheAnalysisDid() {
    try (Lake lake = Lake.openExisting(analysed)) {
      long tip = CHAIN.blocks().size() - 1L;
      assertThat(STATISTIC.height(lake, OptionalLong.empty())).hasValue(tip);
      assertThat(STATISTIC.height(lake, OptionalLong.of(7))).hasValue(7);
      assertThat(new Job.OfRings(SparkCascade::resolved).height(lake, OptionalLong.empty()))
          .isEmpty();
      assertThatExceptionOfType(ConfigurationInvalid.class)
          .isThrownBy(() -> STATISTIC.height(lake, OptionalLong.of(tip + 1)))
          .withMessageContaining("only blocks up to " + tip + " were analysed");
    }
  }

  @Test
  void findingsOfABlockThatIsGoneAreNotCounted() {
    CHAIN.write(folder);
    try (Lake lake = Lake.openExisting(folder)) {
      try (Writer writer = lake.writer(Namespace.FINDINGS);
          Commit commit = writer.begin()) {
        commit.commit(9, CHAIN.block(8));
      }
      assertThatExceptionOfType(ConfigurationInvalid.class)
          .isThrownBy(() -> STATISTIC.height(lake, OptionalLong.empty()))
          .withMessageContaining("not on the chain any more")
          .withMessageContaining("height 9");
      Job contrast = new Job.OfContrast("proven-share", ContrastOptions.USUAL, Trust.PROVEN);
      assertThatExceptionOfType(ConfigurationInvalid.class)
          .isThrownBy(() -> contrast.height(lake, OptionalLong.empty()))
          .withMessageContaining("not on the chain any more");
    }
  }

  private static String printed(RowFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Lake lake = Lake.openExisting(analysed);
        SparkTables tables = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 5)) {
      PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
      format.print(
          tables
              .session()
              .sql("SELECT height, key_image, index_space FROM xmr.rings ORDER BY ring_id"),
          out);
      out.flush();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void rowsArePrintedInColumnsOrWithCommas() {
    assertThat(printed(RowFormat.CSV))
        .isEqualTo(
            CHAIN.resolve(
                """
                height,key_image,index_space
                4,ring(ada-1),3000000000000
                4,ring(ada-2),3000000000000
                5,ring(ada-3),3000000000000
                """));
    assertThat(printed(RowFormat.TABLE).lines())
        .hasSize(4)
        .element(1)
        .isEqualTo(CHAIN.resolve("4       ring(ada-1)  3000000000000"));
  }

  @Test
  void rowsAreWrittenAsParquetIntoANewFolderOnly() {
    String out = folder.resolve("sets").toString();
    try (Lake lake = Lake.openExisting(analysed);
        SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
      STATISTIC.run(tables, rows -> RowFormat.PARQUET.write(rows, out));
      assertThat(tables.session().read().parquet(out).collectAsList())
          .containsExactlyInAnyOrderElementsOf(
              Statistic.CLOSED_SETS.rows(tables, Trust.PROVEN).collectAsList());
      assertThatExceptionOfType(ConfigurationInvalid.class)
          .isThrownBy(() -> STATISTIC.run(tables, rows -> RowFormat.PARQUET.write(rows, out)))
          .withMessageContaining("there is something already [" + out + "]");
    }
  }
}
