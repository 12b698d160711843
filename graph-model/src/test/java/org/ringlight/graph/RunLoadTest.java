package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.graph.finding.GraphClaim;
import org.ringlight.graph.finding.GraphLabel;
import org.ringlight.graph.finding.LabelFile;
import org.ringlight.graph.finding.RunCheck;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.finding.Runs;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.OutputName;

@ExtendWith(RunningServer.class)
class RunLoadTest {

  @TempDir Path folder;

  private final GrownChain chain = GrownChain.of(50);
  private GraphConnection graph;
  private Lake lake;

  @BeforeEach
  void load(GraphAddress address) {
    graph = GraphConnection.open(address);
    Graphs.wipe(graph);
    lake = Lake.open(folder);
    chain.writeTo(lake, 49);
    Graphs.load(graph, lake);
  }

  @AfterEach
  void close() {
    graph.close();
    lake.close();
  }

  private long counting(String match) {
    return graph.read(
        t ->
            t.run(
                    "MATCH (run:Run {current: true}) MATCH "
                        + match
                        + " WHERE s.run = run.number RETURN count(s) AS n")
                .single()
                .get("n")
                .asLong());
  }

  @Test
  void aRunCountsOnlyWhenItIsFinishedAndTakesThePlaceOfTheOneBefore() {
    List<RingRow> rings = PlantedClaims.rings(chain);
    RunLoad first = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, "mine");
    for (RingRow ring : rings) {
      first.add(PlantedClaims.claim(GraphClaim.Type.SPENDS, ring, 0, null));
    }
    assertThat(counting("()-[s:SPENDS]->()")).isZero();
    RunLoad.Ended ended = first.finish();
    assertThat(ended.written()).isEqualTo(rings.size());
    assertThat(counting("()-[s:SPENDS]->()")).isEqualTo(rings.size());

    RunLoad second = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, "mine");
    second.add(PlantedClaims.claim(GraphClaim.Type.SPENDS, rings.get(3), 1, null));
    assertThat(counting("()-[s:SPENDS]->()")).isEqualTo(rings.size());
    second.finish();
    assertThat(counting("()-[s:SPENDS]->()")).isEqualTo(1);
    assertThat(Runs.all(graph)).hasSize(1).allMatch(Runs.Run::current);
    long left =
        graph.read(
            t -> t.run("MATCH ()-[s:SPENDS]->() RETURN count(s) AS n").single().get("n").asLong());
    assertThat(left).isEqualTo(1);
    Graphs.assertEqual(graph, lake);
  }

  @Test
  void runsOfTwoSourcesStandSideBySide() {
    RingRow ring = PlantedClaims.rings(chain).get(0);
    for (String source : List.of("one", "other")) {
      RunLoad run = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, source);
      run.add(PlantedClaims.claim(GraphClaim.Type.ELIMINATES, ring, 1, null));
      run.finish();
    }
    assertThat(counting("()-[s:ELIMINATES]->()")).isEqualTo(2);
  }

  @Test
  void ofTwoLoadsOfOneSourceTheLaterCountsAndTheOtherSaysSo() {
    RingRow ring = PlantedClaims.rings(chain).get(0);
    RunLoad earlier = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, "mine");
    RunLoad later = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, "mine");
    later.add(PlantedClaims.claim(GraphClaim.Type.SPENDS, ring, 0, null));
    later.finish();
    earlier.add(PlantedClaims.claim(GraphClaim.Type.SPENDS, ring, 1, null));
    assertThatThrownBy(earlier::finish)
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("another load of the same source");
    assertThat(counting("()-[s:SPENDS]->()")).isEqualTo(1);
  }

  @Test
  void findingsMadeAboveAForkCountNoMore() {
    RunLoad run = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, "mine");
    run.add(
        PlantedClaims.claim(GraphClaim.Type.SPENDS, PlantedClaims.rings(chain).get(0), 0, null));
    run.finish();
    GrownChain other = chain.fork(45, 3, 10);
    other.writeTo(lake, other.tip());
    Graphs.load(graph, lake);
    assertThat(counting("()-[s:SPENDS]->()")).isZero();
  }

  @Test
  void aClaimAboutWhatIsNoMemberIsCountedAndNotWritten() {
    RingRow ring = PlantedClaims.rings(chain).get(0);
    RunLoad run = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, "mine");
    run.add(
        new GraphClaim(
            GraphClaim.Type.SPENDS,
            ring.keyImage(),
            new OutputName(ring.indexSpace(), 9_999_999),
            null,
            "planted",
            "1",
            "statistical",
            null));
    assertThat(run.finish()).isEqualTo(new RunLoad.Ended(0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (:Ring)-[s:WEIGHS]->() WITH s LIMIT 1 SET s.probability = 1.0",
        "MATCH (:Ring)-[s:SPENDS]->() WITH s LIMIT 1 REMOVE s.guarantee",
        "MATCH (:Ring)-[s:ELIMINATES]->() WITH s LIMIT 1 DELETE s",
        "MATCH (r:Ring)-[s:NARROWED_TO]->(o) WITH r, s, o LIMIT 1"
            + " CREATE (r)-[x:NARROWED_TO]->(o) SET x = properties(s)",
        "MATCH ()-[s:SPENT]->() WITH s LIMIT 1 SET s.assumption = 'none'",
        "MATCH (r:Run {kind: 'findings'}) REMOVE r.digest"
      })
  void whateverIsChangedInARunIsFound(String change) {
    PlantedClaims.plant(graph, chain);
    assertThat(RunCheck.check(graph)).isEqualTo(new RunCheck.Found(1, 10, List.of()));
    graph.write(t -> t.run(change).consume());
    RunCheck.Found found = RunCheck.check(graph);
    assertThat(found.different()).extracting(Runs.Run::source).containsExactly("planted");
    RunCheck.retire(graph, found.different());
    assertThat(counting("()-[s:SPENDS]->()")).isZero();
    assertThat(RunCheck.check(graph).isClean()).isTrue();
  }

  @Test
  void anEmptyGraphTakesNoFindings() {
    Graphs.wipe(graph);
    assertThatThrownBy(() -> RunLoad.begin(graph, RunLoad.Kind.LABELS, "mine"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aFileOfLabelsIsReadStrictly() throws IOException {
    String hash = "ab".repeat(32);
    String header = "subject,label,category,confidence,source\n";
    Path file = folder.resolve("labels.csv");
    Files.writeString(
        file,
        header
            + "tx:"
            + hash
            + ",\"Exchange, big\",exchange,90,a list\noutput:0:7,Thief,theft,40,a report\n");
    List<GraphLabel> labels = new ArrayList<>();
    LabelFile.read(file, labels::add);
    assertThat(labels).hasSize(2);
    assertThat(labels.get(0).label()).isEqualTo("Exchange, big");
    for (String wrong :
        List.of(
            "tx:" + hash + ",a,b,90",
            "tx:" + hash + ",a,b,101,c",
            "tx:" + hash + ",a,b,many,c",
            "tx:xyz,a,b,1,c",
            "block:7,a,b,1,c",
            "output:0:7,,b,1,c")) {
      Files.writeString(file, header + wrong + "\n");
      assertThatThrownBy(() -> LabelFile.read(file, label -> {}))
          .as(wrong)
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("row 2");
    }
    Files.writeString(file, "something,else\n");
    assertThatThrownBy(() -> LabelFile.read(file, label -> {}))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("its first line is");
  }
}
