package org.ringlight.rpc.monerojava;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import monero.daemon.MoneroDaemonRpc;
import monero.daemon.model.MoneroBlock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.RegtestNode;

/**
 * The figures of {@code docs/adr/0002-bulk-path-beside-monero-java.md}: the whole chain of one node
 * by four ways, in one run. By default a regtest chain of 1,100 empty blocks, which also shows
 * pages following one another past 1,000 blocks; {@code -Dringlight.measure=URL} takes the chain of
 * a node that is already there.
 */
@Tag("full")
class BulkPathBesideMoneroJavaTest {

  private static final int BLOCKS = 1100;
  private static final int ROUNDS = 3;

  @Test
  void theWholeChainByFourWays() {
    String given = System.getProperty("ringlight.measure", "");
    if (!given.isEmpty()) {
      measure(URI.create(given));
      return;
    }
    try (RegtestNode node = RegtestNode.start()) {
      for (int mined = 0; mined < BLOCKS; mined += 100) {
        node.mine(100);
      }
      pagesFollowOneAnotherPastAThousandBlocks(node);
      measure(node.uri());
    }
  }

  private static void pagesFollowOneAnotherPastAThousandBlocks(RegtestNode node) {
    try (NodeClient client = node.client()) {
      ChainPage first = client.page(0, PageForm.FULL);
      ChainPage second = client.page(1000, PageForm.FULL);
      assertThat(first.blocks()).hasSize(1000);
      assertThat(second.startHeight()).isEqualTo(1000);
      assertThat(second.blocks()).hasSize(BLOCKS + 1 - 1000);
      assertThat(client.headers(0, BLOCKS)).hasSize(BLOCKS + 1);
    }
  }

  private static void measure(URI uri) {
    try (NodeClient client = Nodes.connect(List.of(NodeOptions.of(uri)))) {
      long height = client.info().height();
      MoneroDaemonRpc daemon = new MoneroDaemonRpc(uri);
      double[] seconds = new double[4];
      long[] transactions = new long[4];
      for (int round = 0; round < ROUNDS; round++) { // the last round counts, the others warm up
        time(0, seconds, transactions, end -> bulk(client, end, PageForm.PRUNED), height);
        time(1, seconds, transactions, end -> bulk(client, end, PageForm.FULL), height);
        time(2, seconds, transactions, end -> blockByBlock(daemon, end), height);
        time(3, seconds, transactions, end -> byRange(daemon, end), height);
      }
      String[] ways = {
        "bulk pruned",
        "bulk full",
        "monero-java getBlockByHeight + getTxs",
        "monero-java getBlocksByRange"
      };
      for (int way = 0; way < ways.length; way++) {
        System.out.printf(
            "%s: %.0f blocks/s, %.0f txs/s, %.3f of bulk full%n",
            ways[way],
            height / seconds[way],
            transactions[way] / seconds[way],
            seconds[1] / seconds[way]);
        assertThat(transactions[way]).as(ways[way]).isEqualTo(transactions[0]);
      }
      assertThat(seconds[1]).isLessThan(seconds[2]).isLessThan(seconds[3]);
    }
  }

  private static void time(
      int way, double[] seconds, long[] transactions, ToLongFunction<Long> read, long height) {
    long start = System.nanoTime();
    transactions[way] = read.applyAsLong(height);
    seconds[way] = (System.nanoTime() - start) / 1e9;
  }

  private static long bulk(NodeClient client, long height, PageForm form) {
    long next = 0;
    long transactions = 0;
    while (next < height) {
      ChainPage page = client.page(next, form);
      transactions += page.blocks().stream().mapToLong(block -> block.transactions().size()).sum();
      next += page.blocks().size();
    }
    return transactions;
  }

  private static long blockByBlock(MoneroDaemonRpc daemon, long height) {
    long transactions = 0;
    List<String> hashes = new ArrayList<>();
    for (long at = 0; at < height; at++) {
      hashes.addAll(daemon.getBlockByHeight(at).getTxHashes());
      while (hashes.size() >= 100 || (at == height - 1 && !hashes.isEmpty())) {
        List<String> some = hashes.subList(0, Math.min(100, hashes.size()));
        transactions += daemon.getTxs(some, false).size();
        some.clear();
      }
    }
    return transactions;
  }

  private static long byRange(MoneroDaemonRpc daemon, long height) {
    long transactions = 0;
    for (long first = 0; first < height; first += 100) {
      long last = Math.min(height, first + 100) - 1;
      for (MoneroBlock block : daemon.getBlocksByRange(first, last)) {
        transactions += block.getTxs().size();
      }
    }
    return transactions;
  }
}
