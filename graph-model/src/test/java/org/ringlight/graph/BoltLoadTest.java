package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.GraphReport;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.BlockHash;

@ExtendWith(RunningServer.class)
class BoltLoadTest {

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

  @Test
  void everyRingIsThereWithItsMembersInTheirPlaces() {
    GrownChain chain = GrownChain.of(60);
    chain.writeTo(lake, 59);
    GraphState state = Graphs.load(graph, lake);
    assertThat(state.tipHeight()).isEqualTo(59);
    for (long height = 0; height < 60; height++) {
      for (RingRow ring : chain.block(height).rings()) {
        List<Record> members =
            graph.read(
                t ->
                    t.run(
                            "MATCH (:Ring {keyImage: $k})-[m:MEMBER]->(o) RETURN o.amountIndex AS"
                                + " i, o.indexSpace AS s ORDER BY m.position",
                            Map.of("k", ring.keyImage().toString()))
                        .list());
        assertThat(members.stream().mapToLong(row -> row.get("i").asLong()).toArray())
            .isEqualTo(ring.members());
        assertThat(members).allMatch(row -> row.get("s").asLong() == ring.indexSpace());
      }
    }
    long hidden =
        graph.read(
            t ->
                t.run("MATCH (o:Output) WHERE o.value IS NULL RETURN count(o) AS n")
                    .single()
                    .get("n")
                    .asLong());
    assertThat(hidden)
        .isEqualTo(
            LongStream.range(0, 60)
                .flatMap(
                    h ->
                        chain.block(h).outputs().stream()
                            .filter(o -> o.value() == null)
                            .mapToLong(OutputRow::outputId))
                .count());
    Graphs.assertEqual(graph, lake);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomStepsAndReorganisationsOfAnyDepthLeaveWhatTheTablesSay(long seed) {
    Random random = new Random(seed);
    GrownChain chain = GrownChain.of(20);
    chain.writeTo(lake, 19);
    Graphs.load(graph, lake);
    for (int step = 0; step < 8; step++) {
      if (random.nextInt(3) == 0) {
        int depth = 1 + random.nextInt((int) chain.tip());
        chain = chain.fork(chain.tip() - depth, seed * 100 + step, depth + 1);
      } else {
        chain.grow(1 + random.nextInt(25));
      }
      chain.writeTo(lake, chain.tip());
      assertThat(Graphs.load(graph, lake).tipHash()).isEqualTo(chain.hash(chain.tip()).toString());
      Graphs.assertEqual(graph, lake);
    }
  }

  @Test
  void tablesThatGoBackTakeTheGraphBackWithThem() {
    GrownChain chain = GrownChain.of(50);
    chain.writeTo(lake, 49);
    Graphs.load(graph, lake);
    chain.writeTo(lake, 30);
    assertThat(Graphs.load(graph, lake).tipHeight()).isEqualTo(30);
    Graphs.assertEqual(graph, lake);
  }

  @Test
  void aRangeHasTheOlderOutputsItsRingsNameAndNothingElse() {
    GrownChain chain = GrownChain.of(60);
    chain.writeTo(lake, 59);
    Graphs.load(graph, lake, OptionalLong.of(40), 50);
    Graphs.assertEqual(graph, lake);
    Graphs.load(graph, lake);
    Graphs.assertEqual(graph, lake);
    GrownChain other = chain.fork(45, 9, 20);
    other.writeTo(lake, other.tip());
    Graphs.load(graph, lake);
    Graphs.assertEqual(graph, lake);
    assertThat(Graphs.check(graph, lake).tables().blocks()).isEqualTo(other.tip() - 40 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (b:Block {height: 20}) SET b.timestamp = 1",
        "MATCH (b:Block {height: 20}) DETACH DELETE b",
        "MATCH (:Block {height: 20})-[r:CONTAINS]->() DELETE r",
        "MATCH (:Block {height: 20})-[:CONTAINS]->(t) DETACH DELETE t",
        "MATCH (t:Transaction) WHERE t.fee IS NOT NULL WITH t LIMIT 1 REMOVE t.fee",
        "MATCH (r:Ring) WITH r ORDER BY r.keyImage LIMIT 3 DETACH DELETE r",
        "MATCH (:Ring)-[m:MEMBER]->() WITH m LIMIT 5 SET m.position = m.position + 1",
        "MATCH (:Ring)-[m:MEMBER]->() WITH m LIMIT 5 DELETE m",
        "MATCH (o:Output)<-[:MEMBER]-() WITH DISTINCT o LIMIT 4 DETACH DELETE o",
        "MATCH (o:Output) WITH o LIMIT 4 SET o.publicKey = 'x'",
        "MATCH (r:Ring), (o:Output) WITH r, o LIMIT 1 CREATE (r)-[:MEMBER {position: 99}]->(o)",
        "MATCH (b:Block {height: 7}), (c:Block {height: 9}) CREATE (b)-[:NEXT]->(c)",
        "CREATE (:Transaction {hash: 'ab', height: 5})",
        "CREATE (:Output {indexSpace: 0, amountIndex: 999999, height: 3})",
        "CREATE (:Block {height: 500, hash: 'cd'})",
        "MATCH (t:Transaction) WITH t LIMIT 1 SET t.hash = 'changed'",
        "MATCH (t:Transaction) WITH t LIMIT 1 SET t.colour = 'blue'"
      })
  void whateverIsChangedIsFoundAndRepaired(String change) {
    GrownChain chain = GrownChain.of(40);
    chain.writeTo(lake, 39);
    Graphs.load(graph, lake, OptionalLong.of(5), Long.MAX_VALUE);
    graph.write(t -> t.run(change).consume());
    GraphReport found = Graphs.check(graph, lake);
    assertThat(found.isClean()).isFalse();
    assertThat(Graphs.repair(graph, lake).differences()).isEmpty();
    Graphs.assertEqual(graph, lake);
  }

  @Test
  void tablesOfAnotherNetworkAreRefusedAndNothingIsChanged(@TempDir Path elsewhere) {
    GrownChain.of(20).writeTo(lake, 19);
    Graphs.load(graph, lake);
    try (Lake other = Lake.open(elsewhere)) {
      try (Writer writer = other.writer(Namespace.XMR)) {
        writer.claim(new ChainIdentity("mainnet", BlockHash.of(new byte[32])));
        GrownChain chain = GrownChain.of(5);
        try (var commit = writer.begin()) {
          chain.appendTo(commit, 0, 4);
          commit.commit(4, chain.hash(4));
        }
      }
      assertThatThrownBy(() -> Graphs.load(graph, other))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("the graph is of regtest")
          .hasMessageContaining("the tables are of mainnet");
    }
    Graphs.assertEqual(graph, lake);
  }

  @Test
  void manyBlocksAreTakenBackOnlyWhereThatIsAskedFor() {
    GrownChain chain = GrownChain.of(150);
    chain.writeTo(lake, 149);
    Graphs.load(graph, lake);
    GrownChain other = chain.fork(48, 9, 110);
    other.writeTo(lake, other.tip());
    assertThatThrownBy(() -> Graphs.load(graph, lake))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("more than 100 are not taken back unasked")
        .hasMessageContaining("--accept-deep-reorg");
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      BoltLoad load = new BoltLoad(graph, LoadListener.NONE);
      assertThat(GraphState.read(graph).orElseThrow().tipHeight()).isEqualTo(149);
      load.acceptingDeepReorganisations()
          .run(tables, GrownChain.IDENTITY, OptionalLong.empty(), Long.MAX_VALUE);
    }
    Graphs.assertEqual(graph, lake);
  }

  @Test
  void aGraphOfANewerProgramIsNotTouched() {
    GrownChain.of(20).writeTo(lake, 10);
    Graphs.load(graph, lake);
    graph.write(t -> t.run("MATCH (g:Graph) SET g.schema = 99").consume());
    assertThatThrownBy(() -> Graphs.load(graph, lake))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("a newer version");
    graph.write(t -> t.run("MATCH (g:Graph) SET g.schema = 1").consume());
    graph.write(t -> t.run("CREATE (:Migration {number: 99, checksum: 'x'})").consume());
    assertThatThrownBy(() -> Graphs.load(graph, lake))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("[99]");
    graph.write(t -> t.run("MATCH (m:Migration {number: 99}) DELETE m").consume());
  }

  @Test
  void aRangeThatTheTablesDoNotHaveIsRefused() {
    GrownChain.of(20).writeTo(lake, 10);
    assertThatThrownBy(() -> Graphs.load(graph, lake, OptionalLong.of(11), Long.MAX_VALUE))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("the tables hold heights 0 to 10");
    assertThat(GraphState.read(graph)).isEmpty();
  }

  @Test
  void aDatabaseThatHoldsSomethingElseIsNotTouched() {
    graph.write(t -> t.run("CREATE (:Person {name: 'Ada'})").consume());
    GrownChain.of(20).writeTo(lake, 10);
    assertThatThrownBy(() -> Graphs.load(graph, lake))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("no graph of ours");
  }
}
