package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/** A transaction that cannot be read. */
class QuarantineTest {

  /** What is wrong with the transaction, and what is said of it. */
  private enum Damage {
    WRONG_HASH("its bytes hash to "),
    RINGCT_TYPE_SEVEN("not supported: RingCT type 7");

    private final String reason;

    Damage(String reason) {
      this.reason = reason;
    }

    byte[] done(byte[] blob) {
      return switch (this) {
        case WRONG_HASH -> Tricks.lastBitFlipped(blob);
        case RINGCT_TYPE_SEVEN -> Tricks.ofTypeSeven(blob);
      };
    }
  }

  @TempDir static Path shared;
  private static HostileNode node;
  private static DataFolder whole;
  private static TransactionRow damaged;

  @TempDir Path folder;

  @BeforeAll
  static void indexWhole() {
    node = HostileNode.playing(HostileNode.smallChain(), 20);
    whole = new DataFolder(shared);
    whole.index(node.uri());
    List<TransactionRow> paying =
        whole.rows(TransactionRow.TABLE).stream().filter(row -> row.indexInBlock() == 1).toList();
    damaged = paying.get(paying.size() / 2);
  }

  @AfterAll
  static void end() {
    node.close();
  }

  @AfterEach
  void behave() {
    node.play(Trick.none());
  }

  private static void damage(Damage how) {
    node.play(Tricks.firstTransaction(damaged.height(), how::done));
  }

  @ParameterizedTest
  @EnumSource
  void isKeptWithItsBytesAndTheReasonAndIndexingGoesOn(Damage how) {
    byte[] original;
    try (NodeClient client = DataFolder.impatient(node.uri())) {
      original =
          client.page(damaged.height(), PageForm.FULL).blocks().get(0).transactions().get(0).blob();
    }
    damage(how);
    DataFolder data = new DataFolder(folder.resolve("data"));
    IndexReport report = data.index(node.uri(), DataFolder.QUARANTINING);

    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(report.blocks()).isEqualTo(124);
    QuarantineRow kept = data.rows(QuarantineRow.TABLE).get(0);
    assertThat(kept.height()).isEqualTo(damaged.height());
    assertThat(kept.txHash()).isEqualTo(damaged.hash());
    assertThat(kept.bytes()).isEqualTo(how.done(original));
    assertThat(kept.reason()).contains(how.reason);
    assertThat(kept.place()).isEqualTo("transaction 1 of the block");
    CheckReport check = data.check();
    assertThat(check.problems()).isEmpty();
    assertThat(check.blocks()).isEqualTo(124);
    assertThat(check.quarantined()).isEqualTo(1);
    assertThat(names(data, damaged.hash())).isEqualTo(names(whole, damaged.hash()));
  }

  /** What outputs are called on the chain, without those of one transaction. */
  private static List<String> names(DataFolder data, TxHash without) {
    long left =
        data.rows(TransactionRow.TABLE).stream()
            .filter(row -> row.hash().equals(without))
            .mapToLong(TransactionRow::txId)
            .findFirst()
            .orElse(-1);
    return data.rows(OutputRow.TABLE).stream()
        .filter(row -> row.txId() != left)
        .map(row -> row.indexSpace() + ":" + row.amountIndex() + " " + row.publicKey())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void stopsTheRunWhereNothingElseIsWanted(Damage how) {
    damage(how);
    DataFolder data = new DataFolder(folder.resolve("data"));
    assertThatThrownBy(() -> data.index(node.uri()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContainingAll(how.reason, "height " + damaged.height(), "tx " + damaged.hash());
    data.assertWholeUpTo(damaged.height() - 1);
  }

  @Test
  void indicesGoOnAfterARestartRightBehindItWithAndWithoutTheirMap() {
    damage(Damage.RINGCT_TYPE_SEVEN);
    DataFolder once = new DataFolder(folder.resolve("once"));
    once.index(node.uri(), DataFolder.QUARANTINING);

    for (boolean mapLost : new boolean[] {false, true}) {
      DataFolder data = new DataFolder(folder.resolve("again " + mapLost));
      for (long to : new long[] {damaged.height(), damaged.height() + 1}) {
        data.index(node.uri(), new Indexing(OptionalLong.of(to), Unreadable.QUARANTINE));
        if (mapLost) {
          data.deleteIds();
        }
      }
      data.index(node.uri(), DataFolder.QUARANTINING);
      assertThat(data.digest()).isEqualTo(once.digest());
    }
  }

  @Test
  void aSliceBeginsAtItAndRightBehindIt() {
    damage(Damage.RINGCT_TYPE_SEVEN);
    DataFolder once = new DataFolder(folder.resolve("once"));
    once.index(node.uri(), DataFolder.QUARANTINING);
    for (long from : new long[] {damaged.height(), damaged.height() + 1}) {
      DataFolder slice = new DataFolder(folder.resolve("from " + from));
      slice.index(node.uri(), DataFolder.QUARANTINING.startingAt(from));
      SliceAssert.sameFrom(from, once, slice);
    }
  }

  @Test
  void whatTakesIndicesOfOtherOutputsIsNotPassedOver() {
    node.play(
        Tricks.both(
            Tricks.firstTransaction(damaged.height(), Tricks::ofTypeSeven),
            Trick.outputIndicesOff(damaged.height(), 1)));
    DataFolder data = new DataFolder(folder.resolve("data"));
    assertThatThrownBy(() -> data.index(node.uri(), DataFolder.QUARANTINING))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("height " + damaged.height());
    data.assertWholeUpTo(damaged.height() - 1);
  }
}
