package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.AltOutputRow;
import org.ringlight.lake.table.AltRingRow;
import org.ringlight.lake.table.AltTransactionRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.rpc.NodeClient;

/** Branches that a node knows and the tables never held, and whether a longer one is followed. */
class KnownBranchTest {

  private static final int SHARED = 4;

  @TempDir Path folder;
  private final OldChain main = new OldChain();
  private final OldChain other = new OldChain();

  @BeforeEach
  void mine() {
    for (OldChain chain : List.of(main, other)) {
      chain.oldBlock(List.of(5L, 700L));
      for (int i = 0; i < SHARED; i++) {
        chain.newBlock();
      }
    }
    main.newBlock();
    main.newBlock();
    main.newBlock();
    other.oldBlock(List.of(9L), other.payment(700, new long[] {0}, List.of(600L, 60L)));
    other.newBlock(other.ringCt(0, 0, 2, 3));
  }

  private IndexReport index(NodeClient node) {
    return index(node, Indexing.everything());
  }

  private IndexReport index(NodeClient node, Indexing wanted) {
    try (Indexer indexer = new Indexer(node, folder.resolve("data"))) {
      return indexer.run(wanted);
    }
  }

  private DataFolder data() {
    return new DataFolder(folder.resolve("data"));
  }

  @Test
  void isKeptWholeAndOnce() {
    long before = Instant.now().getEpochSecond();
    KnownBranch known = new KnownBranch(main.node(), other, SHARED);
    assertThat(index(known.node()).branchBlocks()).isEqualTo(2);
    assertThat(index(known.node()).branchBlocks()).isZero();

    assertThat(known.questions()).isEqualTo(2);
    assertThat(data().rows(AltBlockRow.TABLE))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.place().whole()).isTrue();
              assertThat(row.place().branch()).isEqualTo(other.hash(SHARED + 1));
              assertThat(row.place().seenAt()).isBetween(before, Instant.now().getEpochSecond());
              assertThat(row.missing()).isEmpty();
              assertThat(row.block().weight()).isPositive();
            })
        .extracting(row -> row.place().blockHash())
        .containsExactly(other.hash(SHARED + 1), other.hash(SHARED + 2));
    assertThat(data().rows(AltTransactionRow.TABLE)).hasSize(4);
    assertThat(data().rows(AltRingRow.TABLE))
        .extracting(row -> row.ring().members())
        .containsExactly(new long[] {0}, new long[] {0, 2, 3});
    assertThat(data().rows(AltOutputRow.TABLE))
        .hasSize(6)
        .allSatisfy(row -> assertThat(row.output().amountIndex()).isNegative());
    assertThat(data().check().problems()).isEmpty();
  }

  @Test
  void isKeptInPartUntilItsTransactionsAreToBeHad() {
    KnownBranch known = new KnownBranch(main.node(), other, SHARED);
    known.give(transactions -> List.of());
    assertThat(index(known.node()).branchBlocks()).isEqualTo(2);
    assertThat(data().rows(AltBlockRow.TABLE))
        .allSatisfy(row -> assertThat(row.place().whole()).isFalse())
        .allSatisfy(row -> assertThat(row.missing()).hasSize(1));
    assertThat(data().rows(AltRingRow.TABLE)).isEmpty();
    assertThat(index(known.node()).branchBlocks()).isZero();

    known.give(transactions -> transactions);
    assertThat(index(known.node()).branchBlocks()).isEqualTo(2);
    assertThat(data().rows(AltBlockRow.TABLE)).hasSize(4);
    assertThat(data().rows(AltRingRow.TABLE))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.place().whole()).isTrue());
    assertThat(index(known.node()).branchBlocks()).isZero();
  }

  @Test
  void toldWrongIsSaidAndStopsNothing() {
    KnownBranch known = new KnownBranch(main.node(), other, SHARED);
    known.tell(
        blob -> {
          byte[] changed = blob.clone();
          changed[4] ^= 1;
          return changed;
        });
    IndexReport report = index(known.node());
    assertThat(report.tipHeight()).isEqualTo(main.tip());
    assertThat(report.branchBlocks()).isZero();
    assertThat(report.notes())
        .singleElement()
        .asString()
        .contains("holds another block than it says", "height 5");
    assertThat(data().rows(AltBlockRow.TABLE)).isEmpty();
  }

  @Test
  void refusedOrLostIsSaidAndStopsNothing() {
    KnownBranch known = new KnownBranch(main.node(), other, SHARED);
    for (RuntimeException failure :
        List.of(
            new ConfigurationInvalid("the node offers no such call", "here", "use another port"),
            new NodeUnreachable("gone", "here", "start it"))) {
      known.list(
          () -> {
            throw failure;
          });
      IndexReport report = index(known.node());
      assertThat(report.tipHeight()).isEqualTo(main.tip());
      assertThat(report.notes())
          .containsExactly("The node's other branches are not kept: " + failure.getMessage());
    }
  }

  @Test
  void isNotKeptWhereItIsTheIndexedChain() {
    index(main.node());
    other.newBlock(); // as long as the stored chain: nothing is given up for it
    KnownBranch known = new KnownBranch(other.node(), main, SHARED);
    IndexReport report = index(known.node());
    assertThat(report.rolledBack()).isZero();
    assertThat(report.tipHash()).isEqualTo(main.hash(main.tip()));
    assertThat(data().rows(AltBlockRow.TABLE)).isEmpty();
  }

  @Test
  void longerButOfLessWorkIsFollowedOnlyWhenAskedFor() {
    main.setDifficulty(10);
    index(main.node());
    other.newBlock();
    other.newBlock();
    IndexReport report = index(other.node());
    assertThat(report.rolledBack()).isZero();
    assertThat(report.notes())
        .singleElement()
        .asString()
        .contains("after height 4", "less work (4 against 30 hashes)", "--accept-deep-reorg");

    report = index(other.node(), Indexing.everything().acceptingDeepReorganisations());
    assertThat(report.rolledBack()).isEqualTo(3);
    assertThat(data().rows(AltBlockRow.TABLE))
        .extracting(row -> row.block().difficulty())
        .containsExactly(10L, 10L, 10L);
    assertThat(data().check().problems()).isEmpty();
  }

  @Test
  void thatLeftMoreThanAHundredBlocksAgoIsFollowedOnlyWhenAskedFor() {
    for (int i = 0; i < 98; i++) {
      main.newBlock();
    }
    index(main.node());
    while (other.tip() <= main.tip()) {
      other.newBlock();
    }
    assertThatThrownBy(() -> index(other.node()))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessage(
            "the node's chain has left the stored one after height 4: following it gives up 101"
                + " blocks, and more than 100 are not given up unasked [a chain in memory]; ask a"
                + " second node; if this one is right, run again with --accept-deep-reorg");
    data().assertWholeUpTo(main.tip());

    IndexReport report = index(other.node(), Indexing.everything().acceptingDeepReorganisations());
    assertThat(report.rolledBack()).isEqualTo(101);
    assertThat(data().rows(AltBlockRow.TABLE)).hasSize(101);
    assertThat(data().rows(BlockRow.TABLE)).hasSize(other.tip() + 1);
    data().assertWholeUpTo(other.tip());
  }
}
