package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import monero.daemon.MoneroDaemonRpc;
import monero.daemon.model.MoneroBlock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.PageForm;
import org.ringlight.testing.Program;
import org.ringlight.truth.era.EraChain;
import org.ringlight.truth.era.EraOptions;
import org.ringlight.truth.era.ServedChain;

/**
 * The whole pipeline beside the wire alone and monero-java, on the chain of one real node, in turns
 * and in one run: docs/reference/era-chain-benchmark.md. The chain is written, imported and served
 * here, 12 GB in all, unless {@code -Dringlight.measure=URL} names a node that serves another.
 */
@Tag("full")
class PipelineBenchmark {

  private static final int ROUNDS = 3;

  /** monero-java reads these blocks only, from the middle of the chain: the rest takes hours. */
  private static final int SLICE = 500;

  private static final EraOptions CHAIN = EraOptions.ofBenchmarks();

  @TempDir Path folder;

  private interface Way {
    /** Reads blocks and returns how many transactions it saw, coinbases left out. */
    long run() throws IOException;
  }

  @Test
  void thePipelineBesideTheWire() throws IOException {
    String given = System.getProperty("ringlight.measure", "");
    if (!given.isEmpty()) {
      measure(URI.create(given));
      return;
    }
    Program.named("monerod", "monero");
    EraChain.write(CHAIN, folder.resolve("chain"), blocks -> {});
    try (ServedChain chain =
        ServedChain.of(folder.resolve("chain"), OptionalInt.empty(), (blocks, of) -> {})) {
      measure(chain.rpc());
    }
  }

  private void measure(URI uri) throws IOException {
    try (NodeClient node = Nodes.connect(List.of(NodeOptions.of(uri)))) {
      long height = node.info().height();
      double[] wire = new double[ROUNDS];
      double[] pipeline = new double[ROUNDS];
      double[] range = new double[ROUNDS];
      double[] json = new double[ROUNDS];
      MoneroDaemonRpc daemon = new MoneroDaemonRpc(uri);
      long middle = height / 2;
      wire(node, height); // fills the node's page cache
      for (int round = 0; round < ROUNDS; round++) {
        Path data = folder.resolve("round-" + round);
        wire[round] = rate(() -> wire(node, height));
        pipeline[round] = rate(() -> pipeline(node, data));
        range[round] = rate(() -> byRange(daemon, middle));
        json[round] = rate(() -> byJson(daemon, middle));
        System.out.printf(
            "round %d: wire %,.0f tx/s, pipeline %,.0f, monero-java range %,.0f, JSON %,.0f%n",
            round + 1, wire[round], pipeline[round], range[round], json[round]);
      }
      System.out.printf(
          "medians: pipeline %.3f of the wire, %.1f times getBlocksByRange, %.1f times its JSON;"
              + " highest resident memory %,d MB%n",
          median(pipeline) / median(wire),
          median(pipeline) / median(range),
          median(pipeline) / median(json),
          highestResidentMegabytes());
      assertThat(median(pipeline) / median(wire)).isGreaterThan(0.2);
      assertThat(median(pipeline) / median(json)).isGreaterThan(8);
    }
  }

  private static double rate(Way way) throws IOException {
    long start = System.nanoTime();
    long transactions = way.run();
    return transactions / ((System.nanoTime() - start) / 1e9);
  }

  private static long wire(NodeClient node, long height) {
    long transactions = 0;
    for (long next = 0; next < height; ) {
      ChainPage page = node.page(next, PageForm.FULL);
      transactions += page.blocks().stream().mapToLong(block -> block.transactions().size()).sum();
      next += page.blocks().size();
    }
    return transactions;
  }

  private static long pipeline(NodeClient node, Path data) {
    try (Indexer indexer = new Indexer(node, data)) {
      IndexReport report = indexer.run(Indexing.everything());
      return report.transactions() - report.blocks();
    }
  }

  private static long byRange(MoneroDaemonRpc daemon, long from) {
    long transactions = 0;
    for (MoneroBlock block : daemon.getBlocksByRangeChunked(from, from + SLICE - 1, 3_000_000L)) {
      transactions += block.getTxs().size();
    }
    return transactions;
  }

  private static long byJson(MoneroDaemonRpc daemon, long from) {
    List<String> hashes = new ArrayList<>();
    for (long at = from; at < from + SLICE; at++) {
      hashes.addAll(daemon.getBlockByHeight(at).getTxHashes());
    }
    long transactions = 0;
    for (int i = 0; i < hashes.size(); i += 100) {
      transactions +=
          daemon.getTxs(hashes.subList(i, Math.min(hashes.size(), i + 100)), false).size();
    }
    return transactions;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long highestResidentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
