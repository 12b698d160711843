package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.Namespace;

@ExtendWith(RunningServer.class)
class BoltLoadTest {

  @Test
  void whatIsLoadedIsWhatTheTablesHold(GraphAddress address, @TempDir Path folder) {
    try (Lake lake = Lake.open(folder);
        GraphConnection graph = GraphConnection.open(address)) {
      Wiped.wipe(graph);
      GrownChain chain = GrownChain.of(60);
      chain.writeTo(lake, 40);
      GraphState state = load(graph, lake);
      assertThat(state.tipHeight()).isEqualTo(40);
      chain.writeTo(lake, 59);
      load(graph, lake);
      List<Long> members =
          graph.read(
              t ->
                  t.run("MATCH ()-[m:MEMBER]->() RETURN count(m) AS n")
                      .list(row -> row.get("n").asLong()));
      long expected = 0;
      for (long h = 0; h < 60; h++) {
        expected += chain.block(h).rings().stream().mapToLong(r -> r.members().length).sum();
      }
      assertThat(members).containsExactly(expected);
    }
  }

  static GraphState load(GraphConnection graph, Lake lake) {
    try (var tables = lake.current(Namespace.XMR).orElseThrow()) {
      return new BoltLoad(graph, LoadListener.NONE)
          .run(tables, GrownChain.IDENTITY, OptionalLong.empty(), Long.MAX_VALUE);
    }
  }
}
