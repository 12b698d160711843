package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.graph.bitcoin.BitcoinExpansion;
import org.ringlight.graph.bitcoin.BitcoinNeighbourhood;
import org.ringlight.graph.bitcoin.BitcoinSeed;
import org.ringlight.graph.expand.Reach;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.BitcoinStory;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Namespace;

@ExtendWith(RunningServer.class)
class BitcoinExpansionTest {

  @TempDir Path folder;

  private final BitcoinStory story = BitcoinStory.tell();
  private GraphConnection graph;
  private Lake lake;

  @BeforeEach
  void empty(GraphAddress address) {
    graph = GraphConnection.open(address);
    Graphs.wipe(graph);
    lake = Lake.open(folder);
  }

  @AfterEach
  void close() {
    graph.close();
    lake.close();
  }

  private BitcoinNeighbourhood expand(
      String seed, int hops, Reach.Direction direction, int most, Optional<String> inquiry) {
    try (SqlSession session = Sql.open(lake)) {
      return new BitcoinExpansion(
              graph, session.snapshot(Namespace.BTC).orElseThrow(), BitcoinGraphs.identity(lake))
          .run(
              BitcoinSeed.find(session, seed).orElseThrow(),
              new Reach(hops, direction, most, 200),
              inquiry);
    }
  }

  private static List<String> hashes(BitcoinNeighbourhood found) {
    return found.transactions().stream()
        .map(BitcoinTransactionRow::hash)
        .map(Object::toString)
        .toList();
  }

  @Test
  void anAddressBringsWhatPaidItAndWhatSpentItWhole() {
    story.chain().writeTo(lake);
    BitcoinNeighbourhood found =
        expand("deposit-1", 0, Reach.Direction.BOTH, 5000, Optional.of("theft"));
    assertThat(hashes(found))
        .containsExactly(story.deposit().hash().toString(), story.sweep().hash().toString());
    BitcoinGraphs.assertEqual(graph, lake);
    long held =
        graph.read(
            t ->
                t.run("MATCH (:Case {name: 'theft'})-[:HOLDS]->(a:Address) RETURN count(a) AS n")
                    .single()
                    .get("n")
                    .asLong());
    assertThat(held).isEqualTo(4);
  }

  @Test
  void hopsLeadBackToTheTheftAndASecondSeedJoinsTheFirst() {
    story.chain().writeTo(lake);
    String theft = story.theft().hash().toString();
    assertThat(hashes(expand(theft, 2, Reach.Direction.FORWARD, 5000, Optional.empty())))
        .hasSize(3)
        .startsWith(theft);
    BitcoinGraphs.assertEqual(graph, lake);
    String deposit = story.deposit().hash().toString();
    BitcoinNeighbourhood back = expand(deposit, 6, Reach.Direction.BACK, 5000, Optional.empty());
    assertThat(back.hops()).isEqualTo(6);
    assertThat(hashes(back)).contains(theft);
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void whatDoesNotFitIsCounted() {
    story.chain().writeTo(lake);
    BitcoinNeighbourhood found =
        expand(story.coinJoin().hash().toString(), 1, Reach.Direction.BACK, 45, Optional.empty());
    assertThat(found.cutTransactions()).isPositive();
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void whatAReorganisationTookGoesWithTheNextExpansion() {
    GrownBitcoinChain chain = GrownBitcoinChain.of(50);
    chain.writeTo(lake, 49);
    expand("bc1q3", 2, Reach.Direction.BOTH, 5000, Optional.empty());
    BitcoinGraphs.assertEqual(graph, lake);
    GrownBitcoinChain other = chain.fork(25, 8, 30);
    other.writeTo(lake, other.tip());
    expand("bc1q3", 1, Reach.Direction.BOTH, 5000, Optional.empty());
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void whatIsInNoTableIsNoSeed() {
    story.chain().writeTo(lake);
    try (SqlSession session = Sql.open(lake)) {
      assertThat(BitcoinSeed.find(session, "nobody")).isEmpty();
      assertThat(BitcoinSeed.find(session, "ab".repeat(32))).isEmpty();
      assertThat(BitcoinSeed.find(session, story.theft().hash() + ":0").orElseThrow().txIds())
          .containsExactly(story.theft().txId(), story.peels().get(0).txId());
      assertThat(BitcoinSeed.find(session, story.theft().hash() + ":1")).isEmpty();
    }
  }
}
