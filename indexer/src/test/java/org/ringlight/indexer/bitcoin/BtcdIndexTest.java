package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.bitcoin.BitcoinNode;
import org.ringlight.rpc.bitcoin.Btcd;
import org.ringlight.rpc.bitcoin.RegtestBlocks;
import org.ringlight.rpc.bitcoinj.NewBlock;

/** The index beside a real node. */
class BtcdIndexTest {

  @TempDir Path folder;

  @Test
  void aRealNodeIsIndexedFollowedAndItsReorganisationToo() throws Exception {
    BitcoinFolder data = new BitcoinFolder(folder.resolve("a"));
    try (Btcd node = Btcd.start();
        BitcoinNode source = node.client()) {
      List<BlockHash> mined = node.mine(40);
      IndexReport report = data.index(source);
      assertThat(report.blocks()).isEqualTo(41);
      assertThat(report.tipHash()).isEqualTo(mined.get(39));
      assertThat(data.check(source).problems()).isEmpty();

      try (BitcoinIndexer indexer = new BitcoinIndexer(source, data.path())) {
        Following following = Following.of(Duration.ofMillis(100), Optional.empty());
        CompletableFuture<IndexReport> run =
            CompletableFuture.supplyAsync(
                () -> indexer.follow(Indexing.everything(), following, FollowListener.SILENT));
        BlockHash next = node.mine(1).get(0);
        await(data, next);
        RegtestBlocks branch = new RegtestBlocks("branch");
        byte[] block = source.blocks(38, 38, 1).get(0).bytes();
        for (long height = 39; height <= 43; height++) {
          block = branch.after(block, height);
          node.submit(block);
        }
        await(data, NewBlock.hash(block));
        indexer.stop();
        IndexReport followed = run.get(20, TimeUnit.SECONDS);
        assertThat(followed.rolledBack()).isEqualTo(3);
      }
      BitcoinFolder fresh = new BitcoinFolder(folder.resolve("b"));
      fresh.index(source);
      assertThat(data.digest()).isEqualTo(fresh.digest());
      assertThat(data.check(source).problems()).isEmpty();
    }
  }

  private static void await(BitcoinFolder data, BlockHash tip) throws InterruptedException {
    long start = System.nanoTime();
    try (Lake lake = Lake.open(data.path())) {
      while (!lake.tip(Namespace.BTC).map(Tip::hash).equals(Optional.of(tip))) {
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
        Thread.sleep(50);
      }
    }
  }
}
