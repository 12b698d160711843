package org.ringlight.indexer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.indexer.verify.NodeSampler;
import org.ringlight.indexer.verify.TableCheck;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MiningClient;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.rpc.recording.RecordedNode;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.testing.Program;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.regtest.RegtestChain;

/**
 * The index of a real monerod's chain with real wallets' payments, while that chain grows and
 * changes. The tests are its life, in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegtestTest {

  private static final int PAYMENTS = 12;

  @TempDir static Path folder;
  private static RegtestChain chain;
  private static DataFolder followed;

  @TempDir Path own;

  @BeforeAll
  static void start() {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    chain = RegtestChain.start(folder.resolve("chain"), "ann", "bob");
    chain.payAround(PAYMENTS);
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
    return chain.wallet("ann").keys().address();
  }

  private RowDigest fresh() {
    DataFolder fresh = new DataFolder(own.resolve("fresh"));
    fresh.index(uri());
    assertThat(fresh.check().problems()).isEmpty();
    return fresh.digest();
  }

  @Test
  @Order(1)
  void everyHashIsRecomputedAndTheNodeAgreesOnEveryBlock() {
    int blocks = Math.toIntExact(chain.node().mining().height());
    try (NodeClient node = DataFolder.impatient(uri())) {
      CheckReport check =
          followed.look(
              tables ->
                  new TableCheck(tables, own.resolve("scratch"))
                      .run(new NodeSampler(node, tables, blocks, 1)));
      assertThat(check.problems()).isEmpty();
      assertThat(check.blocks()).isEqualTo(blocks);
      assertThat(check.sampledBlocks()).isEqualTo(blocks);
      assertThat(check.transactions())
          .isEqualTo(blocks + PAYMENTS)
          .isEqualTo(check.sampledTransactions());
      assertThat(check.notRecomputable()).isZero();
      System.out.printf(
          "regtest: %,d block ids and %,d transaction hashes recomputed from the tables, %,d"
              + " transactions fetched again and hashed, %,d ring members resolved; 0 problems%n",
          check.blocks(), check.transactions(), check.sampledTransactions(), check.members());
    }
  }

  @Test
  @Order(2)
  void headersAgreeWithWhatTheTablesAddUpTo() {
    Map<Long, Long> weights = new HashMap<>();
    Map<Long, Long> fees = new HashMap<>();
    for (TransactionRow row : followed.rows(TransactionRow.TABLE)) {
      weights.merge(row.height(), row.weight(), Long::sum);
      fees.merge(row.height(), row.fee() == null ? 0 : row.fee(), Long::sum);
    }
    List<BlockRow> blocks = followed.rows(BlockRow.TABLE);
    try (NodeClient node = DataFolder.impatient(uri())) {
      List<HeaderFacts> headers = node.headers(0, blocks.size() - 1);
      for (HeaderFacts header : headers) {
        BlockRow block = blocks.get(Math.toIntExact(header.height()));
        assertThat(weights.get(block.height())).isEqualTo(header.weight());
        assertThat(block.weight()).isEqualTo(header.weight());
        assertThat(block.reward()).isEqualTo(header.reward());
        assertThat(block.reward()).isGreaterThan(fees.get(block.height()));
        assertThat(block.timestamp()).isEqualTo(header.timestamp());
        assertThat(block.difficulty()).isEqualTo(header.difficulty());
        assertThat(block.txCount()).isEqualTo(header.transactionCount());
      }
      System.out.printf("regtest: weight, reward and time of %,d headers agree%n", headers.size());
    }
  }

  @Test
  @Order(3)
  void everyTrueSpendIsTheStatedMemberOfItsRing() {
    ChainTruth truth = chain.truth();
    assertThat(truth.isComplete()).isTrue();
    Map<KeyImage, RingRow> rings = new HashMap<>();
    followed.rows(RingRow.TABLE).forEach(row -> rings.put(row.keyImage(), row));
    List<OutputRow> outputs = followed.rows(OutputRow.TABLE);
    for (TrueSpend spend : truth.spends()) {
      RingRow ring = requireNonNull(rings.get(spend.keyImage()));
      assertThat(ring.indexSpace()).isEqualTo(spend.indexSpace());
      assertThat(ring.members()[spend.position()]).isEqualTo(spend.amountIndex());
      OutputRow output =
          outputs.get(Math.toIntExact(requireNonNull(ring.memberIds())[spend.position()]));
      assertThat(output.indexSpace()).isEqualTo(spend.indexSpace());
      assertThat(output.amountIndex()).isEqualTo(spend.amountIndex());
    }
    assertThat(truth.spends()).hasSize(rings.size());
    System.out.printf(
        "regtest: %,d of %,d true spends stand at the stated place of their ring, 0 wrong%n",
        truth.spends().size(), rings.size());
  }

  @Test
  @Order(4)
  void aPrunedNodeGivesTheSameTables() {
    Recording pruned =
        Recording.capture(NodeOptions.of(uri()), own.resolve("pruned.zip"), PageForm.PRUNED);
    try (RecordedNode node = RecordedNode.serve(pruned, 50)) {
      DataFolder data = new DataFolder(own.resolve("data"));
      data.index(node.uri());
      assertThat(data.digest()).isEqualTo(followed.digest());
    }
  }

  @Test
  @Order(5)
  void aNodeThatIsBehindChangesNothing() {
    Recording behind =
        Recording.capture(NodeOptions.of(uri()), own.resolve("behind.zip"), PageForm.FULL);
    chain.mine(3);
    followed.index(uri());
    RowDigest before = followed.digest();
    try (RecordedNode node = RecordedNode.serve(behind)) {
      IndexReport report = followed.index(node.uri());
      assertThat(report.blocks()).isZero();
      assertThat(report.rolledBack()).isZero();
      assertThat(report.tipHeight()).isEqualTo(before.height());
    }
    assertThat(followed.digest()).isEqualTo(before);
  }

  @Test
  @Order(6)
  void aReorganisationLeavesWhatAFreshIndexOfTheWinningBranchHolds() {
    for (int depth : new int[] {1, 4, 10}) {
      List<MinedBlock> orphaned = chain.reorganise(depth);
      assertThat(orphaned).hasSize(depth);
      chain.node().mining().generate(1, anyone()); // mines what came back to the pool
      IndexReport report = followed.index(uri());
      assertThat(report.rolledBack()).isEqualTo(depth);
      assertThat(report.blocks()).isEqualTo(depth + 2);
    }
    assertThat(followed.digest()).isEqualTo(fresh());
    assertThat(returned()).isPositive();
  }

  /** How many transactions stand in blocks other than those they were first mined in. */
  private static long returned() {
    return chain.node().mining().branches().stream()
        .flatMap(branch -> branch.blocks().stream())
        .mapToLong(hash -> chain.node().mining().block(hash).transactions().size())
        .sum();
  }

  @Test
  @Order(7)
  void aReorganisationInTheMiddleOfARunIsConsistent() {
    MiningClient mining = chain.node().mining();
    mining.generate(10, anyone());
    WalletClient ann = chain.wallet("ann").client();
    ann.refresh();
    ann.pay(0, List.of(new WalletDestination(anyone(), 77)), WalletPriority.DEFAULT);
    mining.generate(3, anyone());
    Recording before =
        Recording.capture(NodeOptions.of(uri()), own.resolve("before.zip"), PageForm.FULL);
    chain.reorganise(5);
    mining.generate(1, anyone()); // with the payment, in another block now
    Recording after =
        Recording.capture(NodeOptions.of(uri()), own.resolve("after.zip"), PageForm.FULL);
    RowDigest fresh = fresh();
    Map<Integer, Long> rolledBack = new TreeMap<>();
    try (RecordedNode then = RecordedNode.serve(after, 30)) {
      int last = switched(before, then, Integer.MAX_VALUE).requests();
      for (int request : new int[] {last / 2, 3 * last / 4, last - 1}) {
        Switched run = switched(before, then, request);
        assertThat(run.digest()).as("switched after request " + request).isEqualTo(fresh);
        rolledBack.put(request, run.report().rolledBack());
      }
    }
    assertThat(rolledBack).containsValue(5L);
    System.out.println("regtest: other branch after request N=blocks rolled back: " + rolledBack);
  }

  private record Switched(IndexReport report, RowDigest digest, int requests) {}

  private Switched switched(Recording before, RecordedNode after, int request) {
    try (SwitchingNode node = new SwitchingNode(before, after.uri(), 30, request)) {
      DataFolder data = new DataFolder(own.resolve("switched after " + request));
      IndexReport report = data.index(node.uri(), Indexing.everything(), DataFolder.OFTEN);
      return new Switched(report, data.digest(), node.requests());
    }
  }

  @Test
  @Order(8)
  void aChainThatGoesBackwardsAndElsewhereIsFollowed() {
    followed.index(uri());
    pop(uri(), 8);
    chain.node().mining().flushPool();
    IndexReport report = followed.index(uri());
    assertThat(report.rolledBack()).isZero(); // a shorter chain on the same branch is only behind
    chain.node().mining().generate(2, anyone());
    report = followed.index(uri());
    assertThat(report.rolledBack()).isZero(); // nothing is taken back for a shorter branch
    chain.node().mining().generate(7, anyone());
    report = followed.index(uri());
    assertThat(report.rolledBack()).isEqualTo(8);
    assertThat(report.blocks()).isEqualTo(9);
    assertThat(followed.digest()).isEqualTo(fresh());
  }

  @Test
  @Order(9)
  void aSliceHoldsWhatTheWholeChainHoldsFromThereOn() {
    chain.payAround(3);
    followed.index(uri());
    long tip = followed.digest().height();
    for (long from : new long[] {tip, tip - 4, tip - 60}) {
      DataFolder slice = new DataFolder(own.resolve("from " + from));
      slice.index(uri(), Indexing.everything().startingAt(from));
      SliceAssert.sameFrom(from, followed, slice);
    }
    DataFolder slice = new DataFolder(own.resolve("from " + (tip - 60)));
    System.out.printf(
        "regtest: slices from heights %d, %d, %d equal the whole chain there; the longest names %,d"
            + " older outputs%n",
        tip, tip - 4, tip - 60, slice.rows(OlderOutputRow.TABLE).size());
  }

  /** Takes blocks off a node's chain. */
  static void pop(URI node, int blocks) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(node.resolve("/pop_blocks"))
                      .POST(HttpRequest.BodyPublishers.ofString("{\"nblocks\":" + blocks + "}"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"OK\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
