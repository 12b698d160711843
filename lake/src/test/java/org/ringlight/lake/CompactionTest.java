package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;

/** Many small files become few, and no row changes. */
class CompactionTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final SampleChain FORK = new SampleChain(1);
  private static final long BLOCKS = 32;

  private final Path folder;

  CompactionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A chain whose blocks are commits of their own. */
  private Lake grown() {
    Lake lake = Lake.open(folder);
    try (Writer writer = lake.writer(Namespace.XMR)) {
      for (long height = 0; height < BLOCKS; height++) {
        CHAIN.commit(writer, height, height);
      }
    }
    return lake;
  }

  private static void compactAll(Writer writer) {
    boolean more = true;
    while (more) {
      more = writer.compact(rows -> {});
    }
  }

  private static int files(Snapshot snapshot, Table<?> table) {
    return snapshot.files(table).size();
  }

  @Test
  void fewFilesHoldTheSameRowsAndTheNewestBlocksAreLeftAlone() {
    try (Lake lake = grown()) {
      Snapshot before = lake.current(Namespace.XMR).orElseThrow();
      assertThat(files(before, BlockRow.TABLE)).isEqualTo((int) BLOCKS);
      try (Writer writer = lake.writer(Namespace.XMR)) {
        compactAll(writer);
      }
      Snapshot after = lake.current(Namespace.XMR).orElseThrow();
      assertThat(after.tip().height()).isEqualTo(before.tip().height());
      assertThat(after.tip().hash()).isEqualTo(before.tip().hash());
      for (Table<?> table : List.of(BlockRow.TABLE, RingRow.TABLE, MembershipRow.TABLE)) {
        assertThat(files(after, table)).as("%s", table).isBetween(18, 36);
      }
      CHAIN.assertHeldBy(after);
      CHAIN.assertHeldBy(before);
    }
  }

  @Test
  void reorganisationAcrossMergedFilesLeavesWhatAFreshChainHas() {
    try (Lake lake = grown();
        Writer writer = lake.writer(Namespace.XMR)) {
      compactAll(writer);
      for (long depth : List.of(1L, 25L)) {
        long shared = BLOCKS - 1 - depth;
        try (Commit commit = writer.begin()) {
          commit.deleteAbove(shared);
          FORK.append(commit, shared + 1, BLOCKS);
          commit.commit(BLOCKS, FORK.hash(BLOCKS));
        }
        try (Commit commit = writer.begin()) {
          commit.deleteAbove(shared);
          CHAIN.append(commit, shared + 1, BLOCKS - 1);
          commit.commit(BLOCKS - 1, CHAIN.hash(BLOCKS - 1));
        }
        compactAll(writer);
        CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      }
    }
  }

  @Test
  void everyRingOfAnOutputIsFoundInAFewPages() {
    try (Lake lake = grown();
        Writer writer = lake.writer(Namespace.XMR)) {
      compactAll(writer);
      Snapshot snapshot = lake.current(Namespace.XMR).orElseThrow();
      for (long output = 0; output < 20; output++) {
        long wanted = output;
        List<Long> expected = new ArrayList<>();
        LongStream.range(0, BLOCKS)
            .mapToObj(CHAIN::ring)
            .filter(ring -> ring.memberIds() != null)
            .filter(ring -> LongStream.of(ring.memberIds()).anyMatch(id -> id == wanted))
            .forEach(ring -> expected.add(ring.ringId()));
        try (Rows<MembershipRow> rows =
            snapshot.find(MembershipRow.TABLE, MembershipRow.TABLE.keyBetween(output, output))) {
          List<Long> found = new ArrayList<>();
          rows.forEachRemaining(row -> found.add(row.ringId()));
          assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
          assertThat(rows.pagesRead())
              .isLessThanOrEqualTo(3L * files(snapshot, MembershipRow.TABLE));
        }
      }
    }
  }

  @Test
  void whatTheListenerThrowsEndsItAndNothingHasChanged() {
    CommitSteps stop =
        step -> {
          if (step.equals("merged xmr.rings")) {
            throw new IllegalStateException("enough");
          }
        };
    try (Lake lake = grown()) {
      Tip before = lake.tip(Namespace.XMR).orElseThrow();
      try (Lake again = Lake.open(folder, new LocalFiles(), stop);
          Writer writer = again.writer(Namespace.XMR)) {
        assertThatExceptionOfType(IllegalStateException.class)
            .isThrownBy(() -> writer.compact(rows -> {}))
            .withMessage("enough");
        assertThat(writer.tip()).contains(before);
        CHAIN.commit(writer, BLOCKS, BLOCKS + 1); // the writer can go on
      }
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
    }
  }
}
