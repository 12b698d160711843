package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/** A run that is asked to stop keeps what it has verified, and the next one goes on from there. */
class StopTest {

  @TempDir Path folder;

  @Test
  void whatWasVerifiedIsCommittedAndTheNextRunGoesOn() throws Exception {
    try (HostileNode node = HostileNode.playing(HostileNode.smallChain(), 5);
        NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.uri())))) {
      node.play(Trick.slow(Duration.ofMillis(200)).only("/get_blocks.bin"));
      IndexReport stopped;
      try (Indexer indexer = new Indexer(client, folder.resolve("stopped"))) {
        CompletableFuture<IndexReport> run =
            CompletableFuture.supplyAsync(() -> indexer.run(Indexing.everything()));
        while (indexer.progress().stand().storedBlocks() < 20) {
          Thread.sleep(20);
        }
        indexer.stop();
        stopped = run.get();
      }
      assertThat(stopped.blocks()).isBetween(20L, 123L);
      assertThat(stopped.tipHeight()).isEqualTo(stopped.blocks() - 1);

      node.play(Trick.none());
      for (String name : List.of("stopped", "undisturbed")) {
        try (Indexer indexer = new Indexer(client, folder.resolve(name))) {
          indexer.run(Indexing.everything());
        }
      }
      assertThat(RowDigest.of(folder.resolve("stopped")))
          .isEqualTo(RowDigest.of(folder.resolve("undisturbed")));
    }
  }
}
