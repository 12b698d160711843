package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/** Commits and reorganisations while both engines look at what was there before. */
class TipsTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final SampleChain BRANCH = new SampleChain(1);

  @TempDir Path folder;

  private static Tip reorganise(Writer writer, long above, long to) {
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(above);
      BRANCH.append(commit, above + 1, to);
      return commit.commit(to, BRANCH.hash(to));
    }
  }

  private static long blocks(SparkTables spark) {
    return spark.session().table("xmr.blocks").count();
  }

  @Test
  void everyTipStaysAsItWas() throws SQLException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      Tip first = CHAIN.commit(writer, 0, 60);
      try (SqlSession duckDbBefore = Sql.open(lake);
          SparkTables sparkBefore = SparkTables.open(SharedSpark.SESSION, lake)) {
        SameRows.inEveryTable(duckDbBefore, sparkBefore);
        CHAIN.commit(writer, 61, 99);
        Tip last = reorganise(writer, 40, 80);
        try (SqlSession duckDb = Sql.open(lake);
            SparkTables spark = SparkTables.open(SharedSpark.SESSION, lake)) {
          SameRows.inEveryTable(duckDb, spark);
          SameRows.inEveryTable(duckDbBefore, sparkBefore);
          assertThat(spark.tip(Namespace.XMR)).contains(last);
          assertThat(sparkBefore.tip(Namespace.XMR)).contains(first);
          assertThat(blocks(spark)).isEqualTo(81);
          assertThat(blocks(sparkBefore)).isEqualTo(61);
        }
      }
    }
  }

  @Test
  void aHeightCutsEveryTableAcrossFiles() throws SQLException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 60);
      CHAIN.commit(writer, 61, 99);
      reorganise(writer, 90, 95);
      for (long height : new long[] {50, 60, 92}) {
        try (SqlSession duckDb = Sql.openAtHeight(lake, height);
            SparkTables spark = SparkTables.openAtHeight(SharedSpark.SESSION, lake, height)) {
          SameRows.inEveryTable(duckDb, spark);
          assertThat(blocks(spark)).isEqualTo(height + 1);
          SameRows.of(duckDb, spark, "SELECT key_image, index_space FROM xmr.rings");
          SameRows.of(duckDb, spark, "SELECT members FROM xmr.rings WHERE index_space > 0");
        }
      }
    }
  }

  @Test
  void beforeTheFirstCommitTablesAreEmptyAndTyped() throws SQLException {
    try (Lake lake = Lake.open(folder);
        SqlSession duckDb = Sql.open(lake);
        SparkTables spark = SparkTables.open(SharedSpark.SESSION, lake)) {
      SameRows.inEveryTable(duckDb, spark);
      assertThat(spark.tip(Namespace.XMR)).isEmpty();
      for (Table<?> table : Namespace.XMR.tables()) {
        assertThat(spark.rows(table).columns())
            .isEqualTo(table.columns().stream().map(column -> column.name()).toArray());
        assertThat(spark.rows(table).count()).isZero();
      }
    }
  }
}
