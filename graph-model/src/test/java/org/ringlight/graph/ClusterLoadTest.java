package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.graph.finding.GraphCluster;
import org.ringlight.graph.finding.GraphLabel;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.finding.Runs;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.BitcoinStory;

@ExtendWith(RunningServer.class)
class ClusterLoadTest {

  private static final String CURRENT =
      "MATCH (run:Run {kind: 'clusters', current: true}) MATCH (a:Address)-[i:IN]->(c:Cluster)"
          + " WHERE i.run = run.number AND c.run = run.number"
          + " RETURN a.address + ' in ' + c.name + ' of ' + c.size AS said ORDER BY said";

  @TempDir Path folder;

  private final BitcoinStory story = BitcoinStory.tell();
  private GraphConnection graph;
  private Lake lake;

  @BeforeEach
  void load(GraphAddress address) {
    graph = GraphConnection.open(address);
    Graphs.wipe(graph);
    lake = Lake.open(folder);
    story.chain().writeTo(lake);
    BitcoinGraphs.load(graph, lake);
  }

  @AfterEach
  void close() {
    graph.close();
    lake.close();
  }

  private List<String> ask(String query) {
    return graph.read(t -> t.run(query).list(row -> row.get(0).asString()));
  }

  @Test
  void clustersCountWhenAllAreThereAndTakeThePlaceOfThoseBefore() {
    RunLoad first = RunLoad.begin(graph, RunLoad.Kind.CLUSTERS, "cluster");
    first.add(new GraphCluster("deposit-1", "deposit-1"));
    first.add(new GraphCluster("deposit-2", "deposit-1"));
    first.add(new GraphCluster("nobody", "deposit-1"));
    first.flush();
    assertThat(ask(CURRENT)).isEmpty();
    assertThat(first.finish()).isEqualTo(new RunLoad.Ended(2, 1));
    assertThat(ask(CURRENT))
        .containsExactly("deposit-1 in deposit-1 of 2", "deposit-2 in deposit-1 of 2");

    RunLoad second = RunLoad.begin(graph, RunLoad.Kind.CLUSTERS, "cluster");
    for (String address : List.of("exchange", "deposit-1", "deposit-2")) {
      second.add(new GraphCluster(address, "exchange"));
    }
    second.finish();
    assertThat(ask(CURRENT))
        .containsExactly(
            "deposit-1 in exchange of 3",
            "deposit-2 in exchange of 3",
            "exchange in exchange of 3");
    assertThat(ask("MATCH (c:Cluster) RETURN c.name")).containsExactly("exchange");
    assertThat(Runs.all(graph)).hasSize(1).allMatch(Runs.Run::current);
    BitcoinGraphs.assertEqual(graph, lake);
  }

  @Test
  void clustersMadeAboveAForkCountNoMore(@TempDir Path elsewhere) {
    Graphs.wipe(graph);
    GrownBitcoinChain chain = GrownBitcoinChain.of(40);
    try (Lake grown = Lake.open(elsewhere)) {
      chain.writeTo(grown, 39);
      BitcoinGraphs.load(graph, grown);
      PlantedClaims.plantClusters(graph);
      assertThat(ask(CURRENT)).isNotEmpty();
      GrownBitcoinChain other = chain.fork(35, 3, 10);
      other.writeTo(grown, other.tip());
      BitcoinGraphs.load(graph, grown);
      assertThat(ask(CURRENT)).isEmpty();
      BitcoinGraphs.assertEqual(graph, grown);
    }
  }

  @Test
  void labelsLieOnAddressesOutputsAndTransactions() {
    RunLoad labels = RunLoad.begin(graph, RunLoad.Kind.LABELS, "list");
    for (String subject :
        List.of(
            "address:deposit-1",
            "output:" + story.theft().hash() + ":0",
            "tx:" + story.sweep().hash(),
            "address:nobody")) {
      labels.add(
          new GraphLabel(GraphLabel.Subject.parse(subject), "label", "category", 90, "list"));
    }
    assertThat(labels.finish()).isEqualTo(new RunLoad.Ended(3, 1));
    assertThat(ask("MATCH (:Tag)-[:ON]->(n) RETURN labels(n)[0] AS label ORDER BY label"))
        .containsExactly("Address", "BtcOutput", "BtcTransaction");
    BitcoinGraphs.assertEqual(graph, lake);
  }
}
