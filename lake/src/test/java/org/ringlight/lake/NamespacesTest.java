package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;

/** Each namespace has a writer, a commit point, leases and pins of its own. */
class NamespacesTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final long BLOCKS = 25;

  private final Path folder;

  NamespacesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void twoAreWrittenAtTheSameTime() throws ExecutionException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Lake lake = Lake.open(folder);
        Lake other = Lake.open(folder)) {
      Future<?> chain = threads.submit(() -> writeChain(lake));
      Future<?> findings = threads.submit(() -> writeFindings(other));
      chain.get();
      findings.get();
      try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
        CHAIN.assertHeldBy(tables);
        assertThat(tables.tip().number()).isEqualTo(BLOCKS);
      }
      try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow()) {
        RowsAssert.same(
            tables,
            ClaimRow.TABLE,
            LongStream.range(0, BLOCKS).mapToObj(i -> SampleFindings.claim(i, i)).toList());
        assertThat(tables.count(RunRow.TABLE)).isEqualTo(BLOCKS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void writeChain(Lake lake) {
    try (Writer writer = lake.writer(Namespace.XMR)) {
      for (long height = 0; height < BLOCKS; height++) {
        CHAIN.commit(writer, height, height);
      }
    }
  }

  private static void writeFindings(Lake lake) {
    try (Writer writer = lake.writer(Namespace.FINDINGS)) {
      for (long height = 0; height < BLOCKS; height++) {
        try (Commit commit = writer.begin()) {
          commit.append(ClaimRow.TABLE, SampleFindings.claim(height, height));
          commit.append(RunRow.TABLE, SampleFindings.run(height, 1, -1, height));
          commit.commit(height, CHAIN.hash(height));
        }
        writer.expire(ExpiryPolicy.newest(3));
      }
    }
  }

  @Test
  void eachHasALockAndTakesNoRowsOfAnother() {
    try (Lake lake = Lake.open(folder);
        Writer chain = lake.writer(Namespace.XMR);
        Writer findings = lake.writer(Namespace.FINDINGS);
        Writer intel = lake.writer(Namespace.INTEL)) {
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> lake.writer(Namespace.FINDINGS))
          .withMessageContaining(findings.run());
      try (Commit commit = intel.begin()) {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.append(ClaimRow.TABLE, SampleFindings.claim(1, 1)))
            .withMessageContaining("findings.claims is not in intel");
      }
      CHAIN.commit(chain, 0, 3);
      assertThat(lake.tip(Namespace.FINDINGS)).isEmpty();
    }
  }

  @Test
  void onesThatWereNeverWrittenAreEmpty() throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 3);
    }
    assertThat(Files.exists(folder.resolve("findings"))).isFalse();
    try (Lake lake = Lake.openExisting(folder)) {
      for (Namespace namespace : List.of(Namespace.FINDINGS, Namespace.INTEL)) {
        assertThat(lake.tip(namespace)).isEmpty();
        assertThat(lake.current(namespace)).isEmpty();
        assertThat(lake.tips(namespace)).isEmpty();
        assertThat(lake.pins(namespace)).isEmpty();
        assertThat(lake.identity(namespace)).isEmpty();
        try (Writer writer = lake.writer(namespace)) {
          writer.compactAll(rows -> {});
          assertThat(writer.expire(ExpiryPolicy.DEFAULT).filesDeleted()).isZero();
        }
      }
    }
  }

  @Test
  void aPinAndAReaderHoldFindingsToo() {
    try (Lake lake = Lake.open(folder)) {
      SampleFindings.commitAll(lake);
      Tip first = lake.tips(Namespace.FINDINGS).get(0);
      Pin pin = lake.pin(Namespace.FINDINGS, first, "figures of the report");
      try (Writer writer = lake.writer(Namespace.FINDINGS)) {
        try (Commit commit = writer.begin()) {
          commit.deleteAbove(-1);
          commit.commit(20, CHAIN.hash(20));
        }
        writer.expire(ExpiryPolicy.newest(1));
        try (Snapshot held = lake.at(Namespace.FINDINGS, first)) {
          assertThat(held.count(ClaimRow.TABLE)).isEqualTo(5);
          lake.unpin(Namespace.FINDINGS, pin.id());
          writer.expire(ExpiryPolicy.newest(1));
          try (Rows<ClaimRow> rows = held.scan(ClaimRow.TABLE)) {
            assertThat(rows.stream().count()).isEqualTo(5);
          }
        }
        writer.expire(ExpiryPolicy.newest(1));
        assertThat(lake.tips(Namespace.FINDINGS)).hasSize(1);
      }
      assertThat(lake.tips(Namespace.INTEL)).hasSize(1);
    }
  }

  @Test
  void allMoveWithTheirFolder() throws IOException {
    Path old = folder.resolve("old");
    Path moved = folder.resolve("moved");
    try (Lake lake = Lake.open(old)) {
      SampleFindings.commitAll(lake);
    }
    Files.move(old, moved);
    Lake.relocate(moved, table -> {});
    try (Lake lake = Lake.openExisting(moved);
        Snapshot findings = lake.current(Namespace.FINDINGS).orElseThrow();
        Snapshot intel = lake.current(Namespace.INTEL).orElseThrow()) {
      assertThat(findings.count(ClaimRow.TABLE)).isEqualTo(9);
      RowsAssert.same(
          intel,
          AssertionRow.TABLE,
          LongStream.rangeClosed(1, 6)
              .mapToObj(number -> SampleFindings.assertion(number, 20 - number))
              .toList());
      assertThat(intel.files(AssertionRow.TABLE))
          .allMatch(file -> file.startsWith(moved.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"files", "table findings.claims", "table findings.runs", "tip file", "tip"})
  void aRunKilledBetweenTwoStepsIsWholeOrNotThere(String step) throws IOException {
    try (Lake lake = Lake.open(folder)) {
      SampleFindings.commitAll(lake);
    }
    CommitSteps kill =
        reached -> {
          if (reached.equals(step)) {
            throw new AssertionError("killed");
          }
        };
    try (Lake lake = Lake.open(folder, new LocalFiles(), kill);
        Writer writer = lake.writer(Namespace.FINDINGS)) {
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> takeBackAndGoOn(writer))
          .withMessage("killed");
    }
    boolean done = step.equals("tip");
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.FINDINGS)) {
      assertThat(writer.tip().map(Tip::height)).isEqualTo(Optional.of(done ? 19L : 20L));
      if (!done) {
        takeBackAndGoOn(writer);
      }
      try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow()) {
        assertThat(tables.count(ClaimRow.TABLE)).isEqualTo(7);
        assertThat(tables.count(RunRow.TABLE)).isEqualTo(3);
      }
      writer.expire(ExpiryPolicy.newest(1));
      DiskContent.requireNothingBut(lake, folder);
    }
  }

  /** Heights 0, 3, 7, 9, 10 stay, and so does 11 of the second commit. */
  private static void takeBackAndGoOn(Writer writer) {
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(11);
      SampleFindings.append(commit, 10, 19);
      commit.append(RunRow.TABLE, SampleFindings.run(3, 1, 11, 19));
      commit.commit(19, CHAIN.hash(19));
    }
  }
}
