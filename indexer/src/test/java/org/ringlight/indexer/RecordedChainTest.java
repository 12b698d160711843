package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.indexer.verify.NodeSampler;
import org.ringlight.indexer.verify.TableCheck;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.HostileNode;

/** Indexing a recording of a real chain, over HTTP. */
class RecordedChainTest {

  @TempDir Path folder;

  @Test
  void everyHashIsRecomputedFromTheTablesAndTheNodeAgrees() {
    try (HostileNode recorded = HostileNode.playing(HostileNode.smallChain(), 50);
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(recorded.uri())));
        Indexer indexer = new Indexer(node, folder)) {
      IndexReport report = indexer.run(Indexing.everything());
      assertThat(report.blocks()).isEqualTo(124);
      assertThat(indexer.run(Indexing.everything()).blocks()).isZero();

      try (Lake lake = Lake.open(folder)) {
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow();
        CheckReport check =
            new TableCheck(tables, folder.resolve("scratch"))
                .run(new NodeSampler(node, tables, 20, 1));
        assertThat(check.problems()).isEmpty();
        assertThat(check.blocks()).isEqualTo(124);
        assertThat(check.transactions()).isEqualTo(report.transactions());
        assertThat(check.notRecomputable()).isZero();
        assertThat(check.members()).isEqualTo(16 * check.rings()).isPositive();
        assertThat(check.sampledBlocks()).isEqualTo(20);
      }
    }
  }

  @Test
  void goesOnWhereItStopped() {
    try (HostileNode recorded = HostileNode.playing(HostileNode.smallChain(), 7);
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(recorded.uri())))) {
      for (long to : new long[] {0, 3, 60, 61, 110, 500}) {
        try (Indexer indexer = new Indexer(node, folder)) {
          IndexReport report = indexer.run(new Indexing(OptionalLong.of(to), Unreadable.STOP));
          assertThat(report.tipHeight()).isEqualTo(Math.min(to, 123));
        }
      }
      try (Lake lake = Lake.open(folder)) {
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow();
        assertThat(new TableCheck(tables, folder.resolve("scratch")).run().problems()).isEmpty();
      }
    }
  }
}
