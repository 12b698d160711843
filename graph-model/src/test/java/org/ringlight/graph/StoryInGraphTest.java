package org.ringlight.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.graph.NodeAnswers.Told;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.testing.Program;
import org.ringlight.truth.regtest.MonerodProcess;
import org.ringlight.truth.regtest.RegtestChain;
import org.ringlight.truth.regtest.TwoBranches;

/**
 * A real monerod with real wallets' payments, beside the graph of its chain: what the node answers
 * in its own JSON, read here without a class of ours, is what Cypher answers, transaction by
 * transaction. The tests are the chain's life, in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(RunningServer.class)
class StoryInGraphTest {

  @TempDir static Path folder;
  private static RegtestChain chain;

  private final List<Long> takenBackTo = new ArrayList<>();
  private GraphConnection graph;

  @BeforeAll
  static void start(GraphAddress address) {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    chain = RegtestChain.start(folder.resolve("chain"), "ann", "bob");
    chain.payAround(6);
    try (GraphConnection graph = GraphConnection.open(address)) {
      Graphs.wipe(graph);
    }
  }

  @AfterAll
  static void end() {
    if (chain != null) {
      chain.close();
    }
  }

  @BeforeEach
  void open(GraphAddress address) {
    graph = GraphConnection.open(address);
  }

  @AfterEach
  void close() {
    graph.close();
  }

  private static MonerodProcess node() {
    return chain.node();
  }

  /** Brings tables and graph to the node's tip and compares all three; returns what there is. */
  private Map<String, Told> follow(String name) {
    Path data = folder.resolve("data");
    try (NodeClient client = Nodes.connect(List.of(NodeOptions.of(node().rpc())));
        Indexer indexer = new Indexer(client, data)) {
      indexer.run(Indexing.everything());
    }
    try (Lake lake = Lake.open(data);
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      LoadListener hears =
          new LoadListener() {
            @Override
            public void takenBack(long height, long claims) {
              takenBackTo.add(height);
            }
          };
      new BoltLoad(graph, hears)
          .run(
              tables,
              lake.identity(Namespace.XMR).orElseThrow(),
              OptionalLong.empty(),
              Long.MAX_VALUE);
      Graphs.assertEqual(graph, lake);
    }
    Map<String, Told> told = new NodeAnswers(node().rpc()).everything();
    Map<String, Told> found = CypherAnswers.everything(graph);
    assertThat(found.keySet()).isEqualTo(told.keySet());
    told.forEach((hash, one) -> assertThat(found.get(hash)).as(hash).isEqualTo(one));
    System.out.printf(
        "story: %s: %d transactions, %d rings with %d members, %d outputs as the node answers%n",
        name,
        told.size(),
        rings(told).count(),
        rings(told).mapToInt(ring -> ring.amountIndexes().size()).sum(),
        told.values().stream().mapToInt(one -> one.outputs().size()).sum());
    return told;
  }

  private static long heightOf(String hash, Map<String, Told> told) {
    return requireNonNull(told.get(hash)).height();
  }

  private static Stream<NodeAnswers.ToldRing> rings(Map<String, Told> told) {
    return told.values().stream().flatMap(one -> one.rings().stream());
  }

  private static String pay(MonerodProcess at) {
    WalletClient ann = chain.wallet("ann").client();
    refresh(ann);
    String bob = chain.wallet("bob").keys().address();
    ann.pay(0, List.of(new WalletDestination(bob, 4_000_000_000L)), WalletPriority.DEFAULT);
    at.mining().generate(1, bob);
    return at.mining().block(at.mining().height() - 1).transactions().get(0).toString();
  }

  /** The first try after a restart of the node finds the wallet's connection gone. */
  private static void refresh(WalletClient wallet) {
    try {
      wallet.refresh();
    } catch (NodeUnreachable lostConnection) {
      wallet.refresh();
    }
  }

  private static void mine(MonerodProcess at, int blocks) {
    at.mining().generate(blocks, chain.wallet("bob").keys().address());
  }

  @Test
  @Order(1)
  void everyRingAndOutputIsWhatTheNodeAnswers() {
    Map<String, Told> told = follow("loaded");
    assertThat(rings(told).count()).isGreaterThanOrEqualTo(6);
    assertThat(rings(told)).allMatch(ring -> ring.amountIndexes().size() == 16);
    assertThat(takenBackTo).isEmpty();
  }

  @Test
  @Order(2)
  void aLongerOtherBranchTakesTheGraphWithIt() {
    String payment = pay(node());
    mine(node(), 2);
    long before = heightOf(payment, follow("before the other branch"));
    chain.reorganise(3);
    mine(node(), 1); // what came back to the pool
    long after = heightOf(payment, follow("after the other branch"));
    assertThat(takenBackTo).containsExactly(before - 1);
    assertThat(after).isGreaterThan(before);
  }

  @Test
  @Order(3)
  void blocksTakenOffAndMinedAnewAreFollowed() {
    String payment = pay(node());
    mine(node(), 3);
    long before = heightOf(payment, follow("before blocks are taken off"));
    new NodeAnswers(node().rpc()).ask("pop_blocks", Map.of("nblocks", 4));
    node().mining().flushPool();
    mine(node(), 6);
    assertThat(follow("after blocks were taken off")).doesNotContainKey(payment);
    assertThat(takenBackTo).containsExactly(before - 1);
  }

  @Test
  @Order(4)
  void twoNodesThatJoinAreFollowed() {
    follow("before two nodes");
    try (TwoBranches branches = TwoBranches.split(node(), folder.resolve("away"))) {
      String payment = pay(node());
      long before = heightOf(payment, follow("on the shorter branch"));
      mine(branches.away(), 3);
      assertThat(branches.join()).hasSize(1);
      Map<String, Told> told = follow("joined");
      assertThat(told).doesNotContainKey(payment);
      assertThat(takenBackTo).containsExactly(before - 1);
    }
  }
}
