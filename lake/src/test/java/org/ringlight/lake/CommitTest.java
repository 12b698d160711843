package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.BlockHash;

class CommitTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path folder;

  CommitTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void emptyDataDirectoryHasNoTip() {
    try (Lake lake = Lake.open(folder.resolve("new"))) {
      assertThat(lake.tip(Namespace.XMR)).isEmpty();
      assertThat(lake.tips(Namespace.XMR)).isEmpty();
      assertThat(lake.current(Namespace.XMR)).isEmpty();
      assertThat(lake.identity(Namespace.XMR)).isEmpty();
    }
  }

  @Test
  void whatWasCommittedIsReadBackInOrder() {
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        CHAIN.commit(writer, 0, 99);
        CHAIN.commit(writer, 100, 130);
      }
      Snapshot snapshot = lake.current(Namespace.XMR).orElseThrow();
      assertThat(snapshot.tip().height()).isEqualTo(130);
      assertThat(snapshot.tip().hash()).isEqualTo(CHAIN.hash(130));
      assertThat(snapshot.tip().number()).isEqualTo(2);
      CHAIN.assertHeldBy(snapshot);
    }
    try (Lake reopened = Lake.open(folder)) {
      CHAIN.assertHeldBy(reopened.current(Namespace.XMR).orElseThrow());
    }
  }

  @Test
  void earlierTipsStayReadable() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      for (long height = 0; height < 5; height++) {
        CHAIN.commit(writer, height, height);
      }
      List<Tip> tips = lake.tips(Namespace.XMR);
      assertThat(tips).extracting(Tip::height).containsExactly(0L, 1L, 2L, 3L, 4L);
      assertThat(tips).extracting(Tip::run).containsOnly(writer.run());
      for (Tip tip : tips) {
        CHAIN.assertHeldBy(lake.at(Namespace.XMR, tip));
      }
    }
  }

  @Test
  void heightsAreCutFromAScan() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 49);
      CHAIN.commit(writer, 50, 99);
      Snapshot snapshot = lake.current(Namespace.XMR).orElseThrow();
      try (Stream<OutputRow> rows = snapshot.scan(OutputRow.TABLE, 48, 51).stream()) {
        RowsAssert.same(
            OutputRow.TABLE,
            rows.toList(),
            LongStream.range(4 * 48, 4 * 52).mapToObj(CHAIN::output).toList());
      }
      try (Rows<BlockRow> rows = snapshot.scan(BlockRow.TABLE, 100, 200)) {
        assertThat(rows.hasNext()).isFalse();
      }
    }
  }

  @Test
  void abandonedCommitLeavesNothing() throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 9);
      List<Path> before = dataFiles();
      try (Commit commit = writer.begin()) {
        CHAIN.append(commit, 10, 19);
      }
      assertThat(dataFiles()).isEqualTo(before);
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      CHAIN.commit(writer, 10, 12);
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
    }
  }

  @Test
  void reorganisationIsOneCommit() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 30);
      CHAIN.commit(writer, 31, 60);
      Tip before = CHAIN.commit(writer, 61, 70);
      SampleChain other = new SampleChain(1);
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(40);
        other.append(commit, 41, 75);
        commit.commit(75, other.hash(75));
      }
      Snapshot after = lake.current(Namespace.XMR).orElseThrow();
      RowsAssert.same(
          after,
          RingRow.TABLE,
          LongStream.rangeClosed(0, 75).mapToObj(h -> (h <= 40 ? CHAIN : other).ring(h)).toList());
      RowsAssert.same(
          after,
          OutputRow.TABLE,
          LongStream.range(0, 4 * 76)
              .mapToObj(o -> (o < 4 * 41 ? CHAIN : other).output(o))
              .toList());
      assertThat(after.files(RingRow.TABLE)).hasSize(2);
      CHAIN.assertHeldBy(lake.at(Namespace.XMR, before));
    }
  }

  @Test
  void rollingBackToNothingLeavesEmptyTables() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 5);
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(-1);
        CHAIN.append(commit, 0, 0);
        commit.commit(0, CHAIN.hash(0));
      }
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
    }
  }

  @Test
  void rowsOutOfPlaceAreProgrammingErrors() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 9);
      try (Commit commit = writer.begin()) {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.append(BlockRow.TABLE, CHAIN.block(9)))
            .withMessageContaining("height 9 is not above 9");
        commit.append(BlockRow.TABLE, CHAIN.block(11));
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.append(BlockRow.TABLE, CHAIN.block(10)))
            .withMessageContaining("10 comes after 11");
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.commit(10, CHAIN.hash(10)))
            .withMessageContaining("a row of height 11");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(writer::begin);
        assertThatExceptionOfType(IllegalStateException.class)
            .isThrownBy(() -> commit.deleteAbove(3));
      }
    }
  }

  @Test
  void commitWithoutRowsMovesTheTip() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      Tip first = CHAIN.commit(writer, 0, 8);
      try (Commit commit = writer.begin()) {
        commit.commit(10, BlockHash.of(new byte[32]));
      }
      assertThat(lake.tip(Namespace.XMR).orElseThrow().snapshots()).isEqualTo(first.snapshots());
    }
  }

  private List<Path> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
