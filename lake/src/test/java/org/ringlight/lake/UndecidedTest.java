package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolTransactionRow;

/** Rows that no block has decided yet. */
class UndecidedTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  @TempDir Path folder;
  private Lake lake;
  private Writer writer;

  @BeforeEach
  void open() {
    lake = Lake.open(folder);
    writer = lake.writer(Namespace.XMR);
    CHAIN.commit(writer, 0, 9);
  }

  @AfterEach
  void close() {
    writer.close();
    lake.close();
  }

  private static PoolTransactionRow row(long height, PoolFate fate) {
    return CHAIN.poolTransaction(height, fate);
  }

  private List<PoolTransactionRow> stored() {
    try (Rows<PoolTransactionRow> rows =
        lake.current(Namespace.XMR).orElseThrow().scan(PoolTransactionRow.TABLE)) {
      return rows.stream().toList();
    }
  }

  private List<String> storedFates() {
    return stored().stream().map(row -> row.height() + " " + row.fate().word()).toList();
  }

  @Test
  void changeBetweenBlocksInACommitOfTheSameTip() {
    try (Commit commit = writer.begin()) {
      commit.takeBackUndecided();
      commit.append(PoolTransactionRow.TABLE, row(9, PoolFate.GONE));
      commit.appendUndecided(PoolTransactionRow.TABLE, row(10, PoolFate.PENDING));
      commit.appendUndecided(PoolTransactionRow.TABLE, row(10, PoolFate.PENDING));
      commit.commit(9, CHAIN.hash(9));
    }
    assertThat(storedFates()).containsExactly("0 mined", "9 gone", "10 pending", "10 pending");
  }

  @Test
  void areDroppedAsAFileByTheNextCommit() {
    String pending = filesOfPool().get(1);
    try (Commit commit = writer.begin()) {
      commit.takeBackUndecided();
      commit.append(BlockRow.TABLE, CHAIN.block(10));
      commit.append(PoolTransactionRow.TABLE, row(10, PoolFate.MINED));
      commit.commit(10, CHAIN.hash(10));
    }
    assertThat(storedFates()).containsExactly("0 mined", "10 mined");
    assertThat(filesOfPool()).hasSize(2).doesNotContain(pending);
  }

  private List<String> filesOfPool() {
    return lake.current(Namespace.XMR).orElseThrow().files(PoolTransactionRow.TABLE);
  }

  @Test
  void areNeverLeftBelowTheTip() {
    try (Commit commit = writer.begin()) {
      commit.append(BlockRow.TABLE, CHAIN.block(10));
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> commit.commit(10, CHAIN.hash(10)))
          .withMessageContaining("what was undecided is not taken back");
    }
    assertThat(storedFates()).containsExactly("0 mined", "10 pending");
  }

  @Test
  void haveTheHeightAfterTheTip() {
    for (long wrong : new long[] {10, 12}) {
      try (Commit commit = writer.begin()) {
        commit.takeBackUndecided();
        commit.append(BlockRow.TABLE, CHAIN.block(10));
        commit.appendUndecided(PoolTransactionRow.TABLE, row(wrong, PoolFate.PENDING));
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> commit.commit(10, CHAIN.hash(10)))
            .withMessageContaining("height " + wrong + ", where 11 decides");
      }
    }
  }

  @Test
  void whatIsDecidedLiesNeitherBelowTheLastTipNorAboveTheNew() {
    try (Commit commit = writer.begin()) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> commit.append(PoolTransactionRow.TABLE, row(8, PoolFate.GONE)))
          .withMessageContaining("height 8");
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> commit.appendUndecided(BlockRow.TABLE, CHAIN.block(10)))
          .withMessageContaining("has no undecided rows");
      commit.takeBackUndecided();
      commit.append(PoolTransactionRow.TABLE, row(10, PoolFate.MINED));
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> commit.commit(9, CHAIN.hash(9)));
    }
  }

  @Test
  void goWithTheFatesThatAReorganisationTakesBack() {
    CHAIN.commit(writer, 10, 25);
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(15);
      commit.append(BlockRow.TABLE, CHAIN.block(16));
      commit.appendUndecided(PoolTransactionRow.TABLE, row(17, PoolFate.PENDING));
      commit.commit(16, CHAIN.hash(16));
    }
    assertThat(storedFates()).containsExactly("0 mined", "10 mined", "17 pending");
  }

  @Test
  void mergingFilesLeavesThemAlone() {
    for (long first = 10; first < 100; first += 10) {
      CHAIN.commit(writer, first, first + 9);
    }
    CHAIN.commit(writer, 100, 129);
    List<String> before = filesOfPool();
    String pending = before.get(before.size() - 1);
    while (writer.compact(rows -> {})) {
      assertThat(filesOfPool()).endsWith(pending);
    }
    assertThat(filesOfPool()).hasSizeLessThan(before.size());
    CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
  }
}
