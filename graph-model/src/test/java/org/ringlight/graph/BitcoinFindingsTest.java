package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.finding.BitcoinRuns;
import org.ringlight.graph.finding.GraphCluster;
import org.ringlight.graph.finding.GraphTaint;
import org.ringlight.graph.finding.RunCheck;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.finding.RunLoad.Kind;
import org.ringlight.graph.finding.RunRemoval;
import org.ringlight.graph.finding.Runs;
import org.ringlight.graph.finding.TableRun;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.protocol.TxHash;

/** Taint, change, CoinJoins and clusters from the tables of a random chain to its graph. */
@ExtendWith(RunningServer.class)
class BitcoinFindingsTest {

  private static final String SAID =
      "MATCH (run:Run {kind: 'taint', current: true})-[t:TAINTS]->(o)<-[:CREATES]-(by)"
          + " RETURN run.source + ' ' + by.hash + ':' + o.index + ' ' + t.tainted AS said"
          + " ORDER BY said";

  @TempDir Path folder;

  private final GrownBitcoinChain chain = GrownBitcoinChain.of(40);
  private GraphConnection graph;
  private Lake lake;
  private WrittenFindings findings;

  @BeforeEach
  void load(GraphAddress address) {
    graph = GraphConnection.open(address);
    Graphs.wipe(graph);
    lake = Lake.open(folder);
    chain.writeTo(lake, 39);
    BitcoinGraphs.load(graph, lake);
    findings = new WrittenFindings(lake, chain);
  }

  @AfterEach
  void close() {
    graph.close();
    lake.close();
  }

  private void bringTaint(String caseName) {
    try (BitcoinRuns runs = new BitcoinRuns(lake)) {
      TableRun run = Objects.requireNonNull(runs.of(Kind.TAINT).get(caseName));
      RunLoad into = RunLoad.begin(graph, run);
      runs.bring(run, into);
      into.finish();
    }
  }

  private void bringAll() {
    PlantedClaims.bring(graph, lake);
  }

  private List<String> ask(String query) {
    return graph.read(t -> t.run(query).list(row -> row.get(0).asString()));
  }

  private long count(String match) {
    return graph.read(
        t -> t.run("MATCH " + match + " RETURN count(*) AS n").single().get("n").asLong());
  }

  @Test
  void everyKindIsBroughtWithTheRunItIsOf() {
    findings.write("theft", 7);
    bringAll();
    assertThat(RunCheck.check(graph).isClean()).isTrue();
    assertThat(Runs.all(graph))
        .extracting(Runs.Run::kind, Runs.Run::source, Runs.Run::tipHeight)
        .containsExactly(
            tuple("clusters", "cluster", 39L),
            tuple("taint", "theft", 39L),
            tuple("change", "change", 39L),
            tuple("coinjoins", "coinjoin", 39L));
    assertThat(ask("MATCH (r:Run) RETURN DISTINCT r.tableRun")).containsExactly(findings.runId());
    assertThat(ask(SAID)).hasSize(7);
    assertThat(count("(:BtcTransaction)-[:GIVES_BACK]->(:BtcOutput)")).isEqualTo(7);
    assertThat(count("(:Run)-[:SEES_COINJOIN]->(:BtcTransaction)")).isEqualTo(1);
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void broughtTwiceIsAsBroughtOnceAndAnotherCaseStandsBeside() {
    findings.write("theft", 7);
    bringAll();
    List<String> before = ask(SAID);
    bringAll();
    assertThat(ask(SAID)).isEqualTo(before);
    assertThat(count("()-[:TAINTS]->()")).isEqualTo(7);
    findings.write("ransom", 3);
    bringTaint("ransom");
    assertThat(ask(SAID)).hasSize(10).containsAll(before);
    findings.write("theft", 2);
    bringTaint("theft");
    assertThat(ask(SAID)).hasSize(5).filteredOn(said -> said.startsWith("ransom")).hasSize(3);
    assertThat(count("()-[:TAINTS]->()")).isEqualTo(5);
    RunRemoval.all(graph, Kind.TAINT, "ransom");
    assertThat(ask(SAID)).hasSize(2);
    assertThat(count("()-[:TAINTS]->()")).isEqualTo(2);
    assertThat(RunCheck.check(graph).isClean()).isTrue();
  }

  @Test
  void anOutputOfTwoTransactionsWithOneIdIsTaintedInBoth() {
    String repeated =
        ask("MATCH (t:BtcTransaction) WITH t.hash AS hash, count(*) AS n WHERE n = 2 RETURN hash")
            .get(0);
    RunLoad run = RunLoad.begin(graph, Kind.TAINT, "theft");
    run.add(
        new GraphTaint(
            repeated + ":0", "fifo", TxHash.parse(repeated), 0, 7, "unspent", "conditional", "so"));
    assertThat(run.finish()).isEqualTo(new RunLoad.Ended(1, 0));
    assertThat(count("()-[:TAINTS]->()")).isEqualTo(2);
    assertThat(RunCheck.check(graph).isClean()).isTrue();
  }

  @Test
  void aRunOfAnotherKindThanItsRowsIsRefused() {
    RunLoad run = RunLoad.begin(graph, Kind.CHANGE, "change");
    assertThatThrownBy(() -> run.add(new GraphCluster("address", "cluster")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH ()-[t:TAINTS]->() WITH t LIMIT 1 SET t.tainted = t.tainted + 1",
        "MATCH ()-[t:TAINTS]->() WITH t LIMIT 1 SET t.run = 77",
        "MATCH ()-[t:TAINTS]->() WITH t LIMIT 1 REMOVE t.assumption",
        "MATCH ()-[t:TAINTS]->() WITH t LIMIT 1 DELETE t",
        "MATCH (r)-[t:TAINTS]->(o) WITH r, t, o LIMIT 1 CREATE (r)-[x:TAINTS]->(o)"
            + " SET x = properties(t)",
        "MATCH (r)-[t:TAINTS]->(o) WITH r, t, o LIMIT 1 MATCH (other:BtcOutput) WHERE other <> o"
            + " WITH r, t, other LIMIT 1 CREATE (r)-[x:TAINTS]->(other) SET x = properties(t)"
            + " DELETE t",
        "MATCH ()-[g:GIVES_BACK]->() WITH g LIMIT 1 SET g.sources = ['a guess']",
        "MATCH ()-[g:GIVES_BACK]->() WITH g LIMIT 1 SET g.confidence = 100",
        "MATCH (t)-[g:GIVES_BACK]->() WITH t, g LIMIT 1 MATCH (o:BtcOutput)"
            + " WHERE NOT EXISTS { (t)-[:CREATES]->(o) } WITH t, g, o LIMIT 1"
            + " CREATE (t)-[x:GIVES_BACK]->(o) SET x = properties(g) DELETE g",
        "MATCH ()-[s:SEES_COINJOIN]->() SET s.stands = NOT s.stands",
        "MATCH ()-[s:SEES_COINJOIN]->() DELETE s",
        "MATCH ()-[i:IN]->() WITH i LIMIT 1 DELETE i",
        "MATCH (c:Cluster) WITH c LIMIT 1 SET c.size = c.size + 1",
        "MATCH (c:Cluster) WITH c LIMIT 1 SET c.name = 'somebody'"
      })
  void whateverIsChangedIsFound(String change) {
    findings.write("theft", 7);
    bringAll();
    graph.write(t -> t.run(change).consume());
    RunCheck.Found found = RunCheck.check(graph);
    assertThat(found.different()).hasSize(1);
    RunCheck.retire(graph, found.different());
    assertThat(RunCheck.check(graph).isClean()).isTrue();
    bringAll();
    assertThat(RunCheck.check(graph)).isEqualTo(new RunCheck.Found(4, 7 + 7 + 1 + 6, List.of()));
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void whatWasFoundAboveAForkCountsNoMoreAndIsNotBroughtAgain() {
    findings.write("theft", 7);
    bringAll();
    GrownBitcoinChain other = chain.fork(35, 3, 10);
    other.writeTo(lake, other.tip());
    BitcoinGraphs.load(graph, lake);
    assertThat(Runs.all(graph)).hasSize(4).noneMatch(Runs.Run::current);
    assertThat(ask(SAID)).isEmpty();
    for (Kind kind : PlantedClaims.BITCOIN) {
      try (BitcoinRuns runs = new BitcoinRuns(lake)) {
        assertThatThrownBy(() -> runs.of(kind))
            .isInstanceOf(ConfigurationInvalid.class)
            .hasMessageContaining("on a branch that the chain left");
      }
    }
    new WrittenFindings(lake, other).write("theft", 4);
    bringAll();
    assertThat(ask(SAID)).hasSize(4);
    assertThat(count("()-[:TAINTS]->()")).isEqualTo(4);
    assertThat(RunCheck.check(graph).isClean()).isTrue();
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void whatWasFoundAboveTheGraphCountsNoMoreWhereThatIsTakenBack() {
    Graphs.wipe(graph);
    BitcoinGraphs.load(graph, lake, OptionalLong.empty(), 20, LoadListener.NONE);
    findings.write("theft", 7);
    bringAll();
    assertThat(ask(SAID)).isNotEmpty();
    GrownBitcoinChain other = chain.fork(35, 3, 10);
    other.writeTo(lake, other.tip());
    BitcoinGraphs.load(graph, lake);
    assertThat(Runs.all(graph)).noneMatch(Runs.Run::current);
  }
}
