package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.Interrupted;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

@Timeout(60)
class StopTest {

  @TempDir Path folder;
  private HostileNode node;
  private NodeClient client;
  private Indexer indexer;
  private DataFolder data;

  @BeforeEach
  void start() {
    node = HostileNode.playing(HostileNode.smallChain(), 10);
    client = DataFolder.impatient(node.uri());
    data = new DataFolder(folder);
    indexer = new Indexer(client, folder);
  }

  @AfterEach
  void end() {
    indexer.close();
    client.close();
    node.close();
  }

  @Test
  void whatIsVerifiedIsCommittedAndTheNextRunGoesOn() throws Exception {
    node.play(Trick.slow(Duration.ofMillis(100)).only("/get_blocks.bin"));
    CompletableFuture<IndexReport> run =
        CompletableFuture.supplyAsync(() -> indexer.run(Indexing.everything()));
    while (indexer.progress().stand().storedBlocks() < 20) {
      Thread.sleep(5);
    }
    indexer.stop();
    long committed = run.get(10, TimeUnit.SECONDS).tipHeight();
    assertThat(committed).isBetween(19L, 122L);
    data.assertWholeUpTo(committed);
    data.index(node.uri());
    data.assertWholeUpTo(123);
  }

  @Test
  void aNodeThatHangsDoesNotHoldUpTheStop() throws Exception {
    node.play(Trick.slow(Duration.ofMillis(900)).only("/get_blocks.bin"));
    CompletableFuture<Throwable> run =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> indexer.run(Indexing.everything())));
    while (node.requests() < 6) {
      Thread.sleep(5);
    }
    indexer.stop();
    assertThat(run.get(10, TimeUnit.SECONDS)).isInstanceOf(Interrupted.class);
    data.assertWholeUpTo(-1);
  }

  @Test
  void aRunThatIsStoppedBeforeItBeginsStoresNothing() {
    indexer.stop();
    indexer.stop();
    assertThatThrownBy(() -> indexer.run(Indexing.everything()))
        .isInstanceOf(Interrupted.class)
        .hasMessageContaining("stopped before the first block was stored");
    data.assertWholeUpTo(-1);
  }
}
