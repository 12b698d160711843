package org.ringlight.indexer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.AltRingRow;
import org.ringlight.lake.table.AltTransactionRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.recording.RecordedNode;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.testing.Program;
import org.ringlight.truth.regtest.RegtestChain;
import org.ringlight.truth.regtest.TwoBranches;

/**
 * Reorganisations of a real node, of every kind and many depths: the tables are those of a fresh
 * index, and what was orphaned is kept beside them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReorganisationTest {

  @TempDir static Path folder;
  private static RegtestChain chain;
  private static DataFolder followed;
  private static int fresher;

  @TempDir Path own;

  @BeforeAll
  static void start() {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    chain = RegtestChain.start(folder.resolve("chain"), "ann", "bob");
    chain.payAround(3);
    followed = new DataFolder(folder.resolve("followed"));
    followed.index(uri());
  }

  @AfterAll
  static void end() {
    if (chain != null) {
      chain.close();
    }
  }

  private static URI uri() {
    return chain.node().rpc();
  }

  private static String anyone() {
    return chain.wallet("bob").keys().address();
  }

  /** The node is asked to change its mind; then everything is compared. */
  private int follow(Runnable change) {
    followed.index(uri());
    Rings before = new Rings();
    change.run();
    long start = Instant.now().getEpochSecond();
    IndexReport report = followed.index(uri());
    int depth = Math.toIntExact(report.rolledBack());
    assertEqualsFreshIndex(depth);
    before.assertKept(depth, start);
    return depth;
  }

  private void assertEqualsFreshIndex(int depth) {
    DataFolder fresh = new DataFolder(own.resolve("fresh " + fresher++ + " after " + depth));
    fresh.index(uri());
    assertThat(followed.digest()).as("depth %d", depth).isEqualTo(fresh.digest());
    assertThat(followed.check().problems()).isEmpty();
  }

  /** What the tables held before a reorganisation. */
  private static final class Rings {

    private final List<BlockRow> blocks = followed.rows(BlockRow.TABLE);
    private final Map<Long, TxHash> hashes =
        followed.rows(TransactionRow.TABLE).stream()
            .collect(Collectors.toMap(TransactionRow::txId, TransactionRow::hash));
    private final List<RingRow> rings = followed.rows(RingRow.TABLE);

    void assertKept(int depth, long start) {
      long shared = blocks.size() - 1L - depth;
      List<BlockHash> orphaned =
          blocks.subList(blocks.size() - depth, blocks.size()).stream()
              .map(BlockRow::hash)
              .toList();
      Map<BlockHash, AltBlockRow> kept =
          followed.rows(AltBlockRow.TABLE).stream()
              .collect(Collectors.toMap(row -> row.place().blockHash(), row -> row));
      assertThat(kept).containsKeys(orphaned.toArray(new BlockHash[0]));
      for (BlockHash hash : orphaned) {
        BranchPlace place = requireNonNull(kept.get(hash)).place();
        assertThat(place.whole()).isTrue();
        assertThat(place.branch()).isEqualTo(orphaned.get(0));
        assertThat(place.seenAt()).isBetween(start, Instant.now().getEpochSecond());
      }
      assertThat(texts(followed.rows(AltRingRow.TABLE), orphaned))
          .containsExactlyInAnyOrderElementsOf(
              rings.stream()
                  .filter(ring -> ring.height() > shared)
                  .map(ring -> text(requireNonNull(hashes.get(ring.txId())), ring))
                  .toList());
      assertThat(followed.rows(AltTransactionRow.TABLE))
          .filteredOn(row -> orphaned.contains(row.place().blockHash()))
          .hasSizeGreaterThanOrEqualTo(depth);
    }

    private static List<String> texts(List<AltRingRow> rows, List<BlockHash> blocks) {
      return rows.stream()
          .filter(row -> blocks.contains(row.place().blockHash()))
          .map(row -> text(row.txHash(), row.ring()))
          .toList();
    }

    private static String text(TxHash transaction, RingRow ring) {
      return transaction
          + " "
          + ring.keyImage()
          + " "
          + ring.height()
          + " "
          + Arrays.toString(ring.members());
    }
  }

  @Test
  @Order(1)
  void byABranchThatOvertakes() {
    for (int depth : new int[] {1, 2, 5, 20}) {
      chain.payAround(1);
      assertThat(follow(() -> chain.reorganise(depth))).isEqualTo(depth);
    }
    assertThat(followed.rows(AltRingRow.TABLE)).isNotEmpty();
    System.out.printf(
        "regtest: depths 1, 2, 5, 20 overtaken: %d orphaned rings kept in %d blocks%n",
        followed.rows(AltRingRow.TABLE).size(), followed.rows(AltBlockRow.TABLE).size());
  }

  @Test
  @Order(2)
  void byTwoNodesThatMeet() {
    try (TwoBranches branches = TwoBranches.split(chain.node(), own.resolve("away"))) {
      chain.node().mining().generate(3, anyone());
      branches.away().mining().generate(4, anyone());
      assertThat(follow(branches::join)).isEqualTo(3);
    }
  }

  @Test
  @Order(3)
  void byBlocksThatAreTakenOff() {
    for (int depth : new int[] {2, 7}) {
      chain.payAround(1);
      assertThat(follow(() -> popAndMine(depth))).isEqualTo(depth);
    }
  }

  private static void popAndMine(int depth) {
    RegtestTest.pop(uri(), depth);
    chain.node().mining().flushPool();
    chain.node().mining().generate(depth + 1, anyone());
  }

  @Test
  @Order(4)
  void acrossFilesThatWereMerged() {
    Recording recording =
        Recording.capture(NodeOptions.of(uri()), own.resolve("all.zip"), PageForm.FULL);
    DataFolder merged = new DataFolder(own.resolve("merged"));
    try (RecordedNode node = RecordedNode.serve(recording, 2)) {
      merged.index(node.uri(), Indexing.everything(), DataFolder.OFTEN);
    }
    try (Lake lake = Lake.open(merged.path());
        Writer writer = lake.writer(Namespace.XMR)) {
      while (writer.compact(rows -> {})) {
        // until nothing is left to merge
      }
    }
    RowDigest before = merged.digest();
    followed.index(uri());
    assertThat(before).isEqualTo(followed.digest());
    assertThat(follow(() -> chain.reorganise(50))).isEqualTo(50);
    assertThat(followed.rows(AltBlockRow.TABLE))
        .extracting(row -> row.place().blockHash())
        .doesNotHaveDuplicates();
    assertThat(merged.index(uri()).rolledBack()).isEqualTo(50);
    assertThat(merged.digest()).isEqualTo(followed.digest());
    assertThat(merged.check().problems()).isEmpty();
  }

  @Test
  @Order(5)
  void andTheMapOfOutputIdsThatWasLeftBehindByAKill() {
    DataFolder data = new DataFolder(own.resolve("data"));
    data.index(uri());
    Map<Path, byte[]> ids = data.ids();
    chain.reorganise(3);
    data.index(uri());
    data.setIds(ids); // the commit was made, its mark was not
    chain.node().mining().generate(2, anyone());
    data.index(uri());
    followed.index(uri());
    assertThat(data.digest()).isEqualTo(followed.digest());
    assertThat(data.check().problems()).isEmpty();
  }

  @Test
  @Order(6)
  @Tag("full")
  void ofEveryDepthToAHundred() {
    IntStream.rangeClosed(1, 100)
        .forEach(
            depth -> {
              assertThat(follow(() -> chain.reorganise(depth))).isEqualTo(depth);
              if (depth % 5 == 0) {
                assertThat(follow(() -> popAndMine(depth))).isEqualTo(depth);
              }
            });
    System.out.println(
        "regtest: depths 1 to 100 overtaken, every fifth taken off too: tables as fresh ones");
  }
}
