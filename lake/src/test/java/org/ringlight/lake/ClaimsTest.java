package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;

/** A table whose heights are in any order: only its numbers ascend. */
class ClaimsTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path folder;

  ClaimsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A commit with a file for each of {@code files}, as a large one has after compaction. */
  private static List<ClaimRow> commit(Writer writer, long tipHeight, long[]... files) {
    List<ClaimRow> rows = new ArrayList<>();
    try (Commit commit = writer.begin()) {
      for (long[] heights : files) {
        for (long height : heights) {
          rows.add(SampleFindings.claim(rows.size() + 1, height));
          commit.append(ClaimRow.TABLE, rows.get(rows.size() - 1));
        }
        commit.change(ClaimRow.TABLE).endFile();
      }
      commit.commit(tipHeight, CHAIN.hash(tipHeight));
    }
    return rows;
  }

  private static void requireHeld(Lake lake, List<ClaimRow> expected) {
    try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow()) {
      RowsAssert.same(tables, ClaimRow.TABLE, expected);
    }
  }

  @Test
  void everyRowComesBackInItsOrderAndEarlierTipsStayReadable() {
    try (Lake lake = Lake.open(folder)) {
      SampleFindings.commitAll(lake);
      List<ClaimRow> all = new ArrayList<>();
      for (long height : new long[] {9, 3, 10, 0, 7, 18, 11, 20, 13}) {
        all.add(SampleFindings.claim(all.size() + 1, height));
      }
      requireHeld(lake, all);
      List<Tip> tips = lake.tips(Namespace.FINDINGS);
      assertThat(tips).extracting(Tip::height).containsExactly(10L, 20L);
      try (Snapshot before = lake.at(Namespace.FINDINGS, tips.get(0))) {
        RowsAssert.same(before, ClaimRow.TABLE, all.subList(0, 5));
        RowsAssert.same(before, RunRow.TABLE, List.of(SampleFindings.run(1, 5, -1, 10)));
        assertThat(before.lowestHeight(ClaimRow.TABLE)).hasValue(0);
        assertThat(before.lastKey(ClaimRow.TABLE)).hasValue(5);
      }
    }
  }

  @Test
  void aHeightCutsItWhateverTheOrder() throws SQLException {
    try (Lake lake = Lake.open(folder)) {
      List<ClaimRow> all;
      try (Writer writer = lake.writer(Namespace.FINDINGS)) {
        all =
            commit(writer, 90, new long[] {50, 90, 0}, new long[] {10, 3}, new long[] {80, 7, 60});
      }
      for (long height : new long[] {-1, 0, 7, 50, 59, 60, 90, 1000}) {
        List<ClaimRow> wanted = all.stream().filter(row -> row.height() <= height).toList();
        try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow();
            Stream<ClaimRow> rows = tables.scan(ClaimRow.TABLE, Long.MIN_VALUE, height).stream()) {
          RowsAssert.same(ClaimRow.TABLE, rows.toList(), wanted);
        }
        assertThat(numbersBySql(lake, height))
            .containsExactlyElementsOf(wanted.stream().map(ClaimRow::number).toList());
      }
    }
  }

  private static List<Long> numbersBySql(Lake lake, long height) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (SqlSession session = Sql.openAtHeight(lake, height);
        Statement statement = session.connection().createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT number FROM findings.claims ORDER BY number")) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers;
  }

  @Test
  void aReorganisationTakesBackWhatRestsOnItWhereverThatIs() throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.FINDINGS)) {
      // the first and the third file straddle 50, the second is left as it is, the fourth goes
      List<ClaimRow> all =
          commit(
              writer,
              90,
              new long[] {50, 90, 0},
              new long[] {10, 3},
              new long[] {80, 7, 60},
              new long[] {51, 52});
      Tip before = writer.tip().orElseThrow();
      List<ClaimRow> wanted =
          new ArrayList<>(all.stream().filter(row -> row.height() <= 50).toList());
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(50);
        for (long height : new long[] {70, 51}) {
          wanted.add(SampleFindings.claim(all.size() + wanted.size(), height));
          commit.append(ClaimRow.TABLE, wanted.get(wanted.size() - 1));
        }
        commit.append(RunRow.TABLE, SampleFindings.run(1, 2, 50, 70));
        commit.commit(70, CHAIN.hash(70));
      }
      requireHeld(lake, wanted);
      try (Snapshot tables = lake.at(Namespace.FINDINGS, before)) {
        RowsAssert.same(tables, ClaimRow.TABLE, all);
      }
      writer.expire(ExpiryPolicy.newest(1));
      DiskContent.requireNothingBut(lake, folder);
      requireHeld(lake, wanted);
    }
  }

  @Test
  void runsAreNeverTakenBack() {
    try (Lake lake = Lake.open(folder)) {
      SampleFindings.commitAll(lake);
      try (Writer writer = lake.writer(Namespace.FINDINGS);
          Commit commit = writer.begin()) {
        commit.deleteAbove(-1);
        commit.append(RunRow.TABLE, SampleFindings.run(3, 0, -1, 12));
        commit.commit(12, CHAIN.hash(12));
      }
      requireHeld(lake, List.of());
      try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow()) {
        assertThat(tables.count(RunRow.TABLE)).isEqualTo(3);
        assertThat(tables.lastKey(RunRow.TABLE)).hasValue(3);
        assertThat(tables.lastKey(ClaimRow.TABLE)).isEmpty();
      }
    }
  }

  @Test
  void mergedFilesKeepTheOrderOfNumbers() {
    int files = 40; // more than are merged at once, so that the order of files matters
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.FINDINGS)) {
      // each height once, and neighbours in the order of heights far apart in that of numbers
      long[][] heights =
          LongStream.range(0, files)
              .map(file -> 2 * (17 * file % files))
              .mapToObj(height -> new long[] {height + 1, height})
              .toArray(long[][]::new);
      List<ClaimRow> all = commit(writer, 200, heights);
      while (writer.compact(rows -> {})) {
        // one group of files at a time
      }
      try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow()) {
        assertThat(tables.files(ClaimRow.TABLE)).hasSizeLessThan(files / 2);
        assertThat(tables.tip().height()).isEqualTo(200);
      }
      requireHeld(lake, all);
      writer.compactAll(rows -> {});
      requireHeld(lake, all);
    }
  }

  @Test
  void heightsOutOfPlaceAreProgrammingErrors() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.FINDINGS)) {
      commit(writer, 10, new long[] {4, 9});
      try (Commit commit = writer.begin()) {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.append(ClaimRow.TABLE, SampleFindings.claim(3, 10)))
            .withMessageContaining("height 10 is not above 10");
        commit.append(ClaimRow.TABLE, SampleFindings.claim(3, 15));
        commit.append(ClaimRow.TABLE, SampleFindings.claim(4, 12));
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.append(ClaimRow.TABLE, SampleFindings.claim(2, 13)))
            .withMessageContaining("sorted by number: 2 comes after 4");
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.commit(13, CHAIN.hash(13)))
            .withMessageContaining("a row of height 15");
      }
    }
  }
}
