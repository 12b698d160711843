package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.Interrupted;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.GraphReport;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.BitcoinStory;

@ExtendWith(RunningServer.class)
class BitcoinLoadTest {

  @TempDir Path folder;

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

  private List<String> ask(String query, Map<String, Object> parameters) {
    return graph.read(t -> t.run(query, parameters).list(row -> row.get(0).asString()));
  }

  @Test
  void theStoryIsThereAsItIsTold() {
    BitcoinStory story = BitcoinStory.tell();
    story.chain().writeTo(lake);
    assertThat(BitcoinGraphs.load(graph, lake).tipHeight()).isEqualTo(15);
    String sweep = story.sweep().hash().toString();
    assertThat(
            ask(
                "MATCH (:BtcTransaction {hash: $sweep})-[s:SPENDS]->()-[:LOCKED_TO]->(a:Address)"
                    + " RETURN a.address ORDER BY s.inputIndex",
                Map.of("sweep", sweep)))
        .containsExactly("deposit-1", "deposit-2");
    assertThat(
            ask(
                "MATCH (:BtcTransaction {hash: $sweep})-[:CREATES]->(o)"
                    + " OPTIONAL MATCH (o)-[:LOCKED_TO]->(a) RETURN"
                    + " toString(o.value) + ' ' + coalesce(a.address, o.scriptType)"
                    + " ORDER BY o.index",
                Map.of("sweep", sweep)))
        .containsExactly("1499980000 exchange", "0 null_data");
    assertThat(
            ask(
                "MATCH (a:Address {address: 'mix-3'})<-[:LOCKED_TO]-()<-[:SPENDS]-(t)"
                    + " RETURN t.hash",
                Map.of()))
        .containsExactly(story.deposit().hash().toString());
    GraphReport report = BitcoinGraphs.check(graph, lake);
    assertThat(report.differences()).isEmpty();
    assertThat(report.tables().all())
        .containsEntry("blocks", 16L)
        .containsEntry("transactions", 25L)
        .containsEntry("inputs", 14L)
        .containsEntry("addresses", 29L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomStepsAndReorganisationsOfAnyDepthLeaveWhatTheTablesSay(long seed) {
    Random random = new Random(seed);
    GrownBitcoinChain chain = GrownBitcoinChain.of(20);
    chain.writeTo(lake, 19);
    BitcoinGraphs.load(graph, lake);
    for (int step = 0; step < 8; step++) {
      if (random.nextInt(3) == 0) {
        int depth = 1 + random.nextInt((int) chain.tip());
        chain = chain.fork(chain.tip() - depth, seed * 100 + step, depth + 1);
      } else {
        chain.grow(1 + random.nextInt(25));
      }
      chain.writeTo(lake, chain.tip());
      assertThat(BitcoinGraphs.load(graph, lake).tipHash())
          .isEqualTo(chain.hash(chain.tip()).toString());
      BitcoinGraphs.assertEqual(graph, lake);
    }
  }

  @Test
  void tablesThatGoBackTakeTheGraphBackWithThem() {
    GrownBitcoinChain chain = GrownBitcoinChain.of(50);
    chain.writeTo(lake, 49);
    BitcoinGraphs.load(graph, lake);
    chain.writeTo(lake, 30);
    assertThat(BitcoinGraphs.load(graph, lake).tipHeight()).isEqualTo(30);
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void aRangeHasTheOlderOutputsThatItsInputsSpendAndNothingElse() {
    GrownBitcoinChain chain = GrownBitcoinChain.of(60);
    chain.writeTo(lake, 59);
    load(40, 50);
    BitcoinGraphs.assertEqual(graph, lake);
    assertThat(ask("MATCH (t:BtcTransaction) WHERE t.height IS NULL RETURN t.hash", Map.of()))
        .isNotEmpty();
    assertThat(
            ask(
                "MATCH (o:BtcOutput)<-[:CREATES]-(t) WHERE t.height IS NULL AND o.value IS NULL"
                    + " RETURN t.hash",
                Map.of()))
        .as("the tables tell what it was worth")
        .isEmpty();
    BitcoinGraphs.load(graph, lake);
    BitcoinGraphs.assertEqual(graph, lake);
    GrownBitcoinChain other = chain.fork(45, 9, 20);
    other.writeTo(lake, other.tip());
    BitcoinGraphs.load(graph, lake);
    BitcoinGraphs.assertEqual(graph, lake);
    assertThat(BitcoinGraphs.check(graph, lake).tables().blocks()).isEqualTo(other.tip() - 40 + 1);
  }

  private GraphState load(long from, long to) {
    return BitcoinGraphs.load(graph, lake, OptionalLong.of(from), to, LoadListener.NONE);
  }

  @Test
  void tablesOfASliceSaveForWhatTheyDoNotKnowMakeTheSameGraph() {
    GrownBitcoinChain chain = GrownBitcoinChain.of(60);
    chain.writeTo(lake, 30, 50);
    BitcoinGraphs.load(graph, lake);
    BitcoinGraphs.assertEqual(graph, lake);
    assertThat(
            ask(
                "MATCH (o:BtcOutput)<-[:CREATES]-(t) WHERE t.height IS NULL AND o.value IS NULL"
                    + " RETURN t.hash",
                Map.of()))
        .isNotEmpty();
    chain.writeTo(lake, 30, 59);
    BitcoinGraphs.load(graph, lake);
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void bothChainsLiveInOneGraphEachWithItsTip() {
    GrownChain monero = GrownChain.of(40);
    monero.writeTo(lake, 39);
    GrownBitcoinChain bitcoin = GrownBitcoinChain.of(30);
    bitcoin.writeTo(lake, 29);
    BitcoinGraphs.load(graph, lake);
    Graphs.load(graph, lake);
    Graphs.assertEqual(graph, lake);
    BitcoinGraphs.assertEqual(graph, lake);
    GrownBitcoinChain other = bitcoin.fork(20, 4, 12);
    other.writeTo(lake, other.tip());
    monero.grow(5);
    monero.writeTo(lake, 44);
    BitcoinGraphs.load(graph, lake);
    Graphs.load(graph, lake);
    Graphs.assertEqual(graph, lake);
    BitcoinGraphs.assertEqual(graph, lake);
    graph.write(t -> t.run("MATCH (n:Ring) DETACH DELETE n").consume());
    BitcoinGraphs.assertEqual(graph, lake);
    assertThat(Graphs.check(graph, lake).isClean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (b:BtcBlock {height: 20}) SET b.timestamp = 1",
        "MATCH (b:BtcBlock {height: 20}) DETACH DELETE b",
        "MATCH (:BtcBlock {height: 9})-[r:CONTAINS]->() DELETE r",
        "MATCH (:BtcBlock {height: 20})-[:CONTAINS]->(t) DETACH DELETE t",
        "MATCH (:BtcTransaction)-[s:SPENDS]->() WITH s LIMIT 1 DELETE s",
        "MATCH (:BtcTransaction)-[s:SPENDS]->() WITH s LIMIT 4 SET s.inputIndex = 7",
        "MATCH (t:BtcTransaction)-[s:SPENDS]->(o) WITH t, s, o LIMIT 1 CREATE (t)-[x:SPENDS]->(o)"
            + " SET x = properties(s)",
        "MATCH (o:BtcOutput)<-[:SPENDS]-() WITH o LIMIT 5 SET o.value = o.value + 1",
        "MATCH (o:BtcOutput)<-[:SPENDS]-() WITH o LIMIT 5 DETACH DELETE o",
        "MATCH (o:BtcOutput) WITH o LIMIT 9 SET o.index = o.index + 1",
        "MATCH (:BtcOutput)-[l:LOCKED_TO]->() WITH l LIMIT 3 DELETE l",
        "MATCH (o:BtcOutput), (a:Address) WITH o, a LIMIT 1 CREATE (o)-[:LOCKED_TO]->(a)",
        "MATCH (a:Address) WITH a LIMIT 2 SET a.address = a.address + 'x'",
        "MATCH (a:Address) WITH a LIMIT 2 SET a.height = -1",
        "MATCH (a:Address) WITH a LIMIT 2 DETACH DELETE a",
        "MATCH (t:BtcTransaction) WHERE t.height IS NULL WITH t LIMIT 1 SET t.colour = 'blue'",
        "MATCH (t:BtcTransaction) WHERE t.height IS NULL WITH t LIMIT 1 DETACH DELETE t",
        "MATCH (b:BtcBlock {height: 7}), (c:BtcBlock {height: 9}) CREATE (b)-[:NEXT]->(c)",
        "CREATE (:BtcTransaction {hash: 'ab', height: 5})",
        "CREATE (:BtcTransaction {hash: 'ab'})",
        "CREATE (:BtcTransaction {hash: 'ab'})-[:CREATES]->(:BtcOutput {index: 0, value: 1})",
        "MATCH (t:BtcTransaction) WHERE t.height = 30 CREATE (x:BtcTransaction) SET x = t",
        "CREATE (:BtcOutput {index: 3, value: 7})",
        "CREATE (:Address {address: '1Nobody', height: 3, scriptType: 'p2pkh'})",
        "CREATE (:BtcBlock {height: 500, hash: 'cd'})",
        "MATCH (t:BtcTransaction) WITH t LIMIT 1 SET t.hash = 'changed'",
        "MATCH (t:BtcTransaction {coinbase: false}) WITH t LIMIT 1 REMOVE t.fee, t.height"
      })
  void whateverIsChangedIsFoundAndRepaired(String change) {
    GrownBitcoinChain chain = GrownBitcoinChain.of(40);
    chain.writeTo(lake, 39);
    load(5, Long.MAX_VALUE);
    BitcoinGraphs.assertEqual(graph, lake);
    graph.write(t -> t.run(change).consume());
    assertThat(BitcoinGraphs.check(graph, lake).isClean()).isFalse();
    assertThat(BitcoinGraphs.repair(graph, lake).differences()).isEmpty();
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void aLoadThatWasToldToStopGoesOnWhereItWas() {
    GrownBitcoinChain chain = GrownBitcoinChain.of(2_500);
    chain.writeTo(lake, chain.tip());
    LoadListener stops =
        new LoadListener() {
          private long loaded = -1;

          @Override
          public void loaded(long height) {
            loaded = height;
          }

          @Override
          public boolean isStopAsked() {
            return loaded >= 0;
          }
        };
    assertThatThrownBy(
            () -> BitcoinGraphs.load(graph, lake, OptionalLong.empty(), Long.MAX_VALUE, stops))
        .isInstanceOf(Interrupted.class);
    BitcoinGraphs.assertEqual(graph, lake);
    assertThat(BitcoinGraphs.load(graph, lake).tipHeight()).isEqualTo(chain.tip());
    BitcoinGraphs.assertEqual(graph, lake);
  }
}
