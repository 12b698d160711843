package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.graph.bitcoin.BitcoinImport;
import org.ringlight.graph.bitcoin.BitcoinProjection;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.MoneroProjection;
import org.ringlight.graph.load.offline.ImportFiles;
import org.ringlight.graph.load.offline.OfflineLoad;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;

/** Both chains by Neo4j's importer, on a server of its own. */
class BitcoinOfflineLoadTest {

  @TempDir Path data;

  @Test
  void theImporterMakesBothChainsAtOnceAndBoltGoesOn() {
    GrownChain monero = GrownChain.of(60);
    GrownBitcoinChain bitcoin = GrownBitcoinChain.of(90);
    GraphServer server = GraphServer.of(data);
    try (Lake lake = Lake.open(data)) {
      monero.writeTo(lake, 59);
      bitcoin.writeTo(lake, 70);
      load(server, lake, 20, 0);
      try (GraphConnection graph = GraphConnection.open(server.running().orElseThrow())) {
        Graphs.assertEqual(graph, lake);
        BitcoinGraphs.assertEqual(graph, lake);
        bitcoin.writeTo(lake, 89);
        BitcoinGraphs.load(graph, lake);
        BitcoinGraphs.assertEqual(graph, lake);
      }
      load(server, lake, 0, 60);
      try (GraphConnection graph = GraphConnection.open(server.running().orElseThrow())) {
        Graphs.assertEqual(graph, lake);
        BitcoinGraphs.assertEqual(graph, lake);
        assertThat(BitcoinGraphs.check(graph, lake).tables().blocks()).isEqualTo(30);
        GrownBitcoinChain other = bitcoin.fork(75, 5, 20);
        other.writeTo(lake, other.tip());
        BitcoinGraphs.load(graph, lake);
        BitcoinGraphs.assertEqual(graph, lake);
      }
    } finally {
      server.stop();
    }
  }

  private static void load(GraphServer server, Lake lake, long moneroFrom, long bitcoinFrom) {
    try (Snapshot xmr = lake.current(Namespace.XMR).orElseThrow();
        Snapshot btc = lake.current(Namespace.BTC).orElseThrow()) {
      GraphState monero =
          MoneroProjection.MONERO.whole(
              xmr, lake.identity(Namespace.XMR).orElseThrow(), moneroFrom, Long.MAX_VALUE);
      GraphState bitcoin =
          BitcoinProjection.BITCOIN.whole(
              btc, BitcoinGraphs.identity(lake), bitcoinFrom, Long.MAX_VALUE);
      OfflineLoad.run(
          server,
          RunningServer.SMALL,
          List.of(
              new ImportFiles(xmr, monero, rows -> {}),
              new BitcoinImport(btc, bitcoin, rows -> {})),
          QuietPhases.INSTANCE);
    }
  }
}
