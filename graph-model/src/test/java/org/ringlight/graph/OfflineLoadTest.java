package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.offline.OfflineLoad;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;

/** Neo4j's importer, on a server of its own, which it stops and starts. */
class OfflineLoadTest {

  @TempDir Path data;

  @Test
  void theImporterAndBoltMakeTheSameGraphAndGoOnFromEachOther() throws Exception {
    GrownChain chain = GrownChain.of(90);
    GraphServer server = GraphServer.of(data);
    try (Lake lake = Lake.open(data)) {
      chain.writeTo(lake, 70);
      assertThat(load(server, lake, 0, Long.MAX_VALUE).tipHeight()).isEqualTo(70);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(server.folder().resolve("password"))))
          .isEqualTo("rw-------");
      assertThat(server.folder().resolve("loading")).doesNotExist();
      GraphAddress address = server.running().orElseThrow();
      try (GraphConnection graph = GraphConnection.open(address)) {
        Graphs.assertEqual(graph, lake);
        chain.writeTo(lake, 89);
        Graphs.load(graph, lake);
        Graphs.assertEqual(graph, lake);
      }
      assertThatThrownBy(
              () ->
                  GraphConnection.open(
                      new GraphAddress(address.uri(), "neo4j", "wrong", address.browser())))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("refuses user neo4j");

      assertThat(load(server, lake, 60, 80).fromHeight()).isEqualTo(60);
      try (GraphConnection graph = GraphConnection.open(server.running().orElseThrow())) {
        Graphs.assertEqual(graph, lake);
        assertThat(Graphs.check(graph, lake).tables().blocks()).isEqualTo(21);
        GrownChain other = chain.fork(70, 5, 12);
        other.writeTo(lake, other.tip());
        Graphs.load(graph, lake);
        Graphs.assertEqual(graph, lake);
      }

      Files.createFile(server.folder().resolve("load-unfinished"));
      assertThat(server.stop()).isTrue();
      assertThat(server.running()).isEmpty();
      assertThatThrownBy(() -> server.start(RunningServer.SMALL))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("cut off");
    } finally {
      server.stop();
    }
  }

  private static GraphState load(GraphServer server, Lake lake, long from, long to) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      return OfflineLoad.run(
          server,
          RunningServer.SMALL,
          tables,
          lake.identity(Namespace.XMR).orElseThrow(),
          from,
          to,
          QuietPhases.INSTANCE);
    }
  }
}
