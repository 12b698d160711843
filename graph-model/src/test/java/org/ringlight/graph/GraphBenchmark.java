package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Session;
import org.ringlight.graph.load.Batch;
import org.ringlight.graph.load.BatchSource;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.load.MoneroProjection;
import org.ringlight.graph.load.offline.ImportFiles;
import org.ringlight.graph.load.offline.OfflineLoad;
import org.ringlight.graph.query.NamedQuery;
import org.ringlight.graph.query.QueryLibrary;
import org.ringlight.graph.query.QueryParameters;
import org.ringlight.graph.query.QueryRunner;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.graph.server.ServerOptions;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.OutputName;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.testing.Program;
import org.ringlight.truth.era.EraChain;
import org.ringlight.truth.era.EraOptions;
import org.ringlight.truth.era.ServedChain;

/**
 * The graph of the 100,000-block era chain: each figure beside what it is compared with, in one
 * run: docs/reference/graph-benchmark.md. The chain is made here, unless {@code
 * -Dringlight.tables=DIR} names a data directory that holds it.
 */
@Tag("full")
class GraphBenchmark {

  private static final EraOptions CHAIN = EraOptions.ofBenchmarks();

  private static final ServerOptions LARGE =
      new ServerOptions(OptionalInt.empty(), OptionalInt.empty(), "2g", "2g");

  private static final int ROUNDS = 3;
  private static final int WINDOW = 250;
  private static final int QUERIES = 1_000;

  @TempDir Path folder;

  /** Work with the tables, the chain they are of, and a server of its own. */
  private interface Measuring {
    void run(GraphServer server, Lake lake, Snapshot tables, ChainIdentity chain) throws Exception;
  }

  private void measure(Measuring work) throws Exception {
    GraphServer server = GraphServer.of(folder.resolve("server"));
    try (Lake lake = Lake.openExisting(tables());
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      work.run(server, lake, tables, lake.identity(Namespace.XMR).orElseThrow());
    } finally {
      server.stop();
    }
  }

  @Test
  void blocksOverBoltBesideABareDriver() throws Exception {
    measure(
        (server, lake, tables, chain) -> {
          long tip = tables.tip().height();
          double early = incremental(server, tables, chain, tip / 10);
          double late = incremental(server, tables, chain, tip - tip / 10);
          System.out.printf("incremental: late beside early %.2f%n", late / early);
          assertThat(late / early).isGreaterThan(0.8);
        });
  }

  @Test
  void theWholeChainBesideTheImporter() throws Exception {
    measure((server, lake, tables, chain) -> offline(server, tables, chain));
  }

  @Test
  void queriesBesideARoundTrip() throws Exception {
    measure(
        (server, lake, tables, chain) -> {
          load(server, tables, chain, Long.MAX_VALUE);
          queries(server, tables);
        });
  }

  @Test
  void aNeighbourhoodBesideDuckDb() throws Exception {
    measure((server, lake, tables, chain) -> new ExpandBenchmark(lake).run());
  }

  private Path tables() throws IOException {
    String given = System.getProperty("ringlight.tables", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    Program.named("monerod", "monero");
    EraChain.write(CHAIN, folder.resolve("chain"), blocks -> {});
    Path data = folder.resolve("data");
    try (ServedChain served =
            ServedChain.of(folder.resolve("chain"), OptionalInt.empty(), (blocks, of) -> {});
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(served.rpc())));
        Indexer indexer = new Indexer(node, data)) {
      indexer.run(Indexing.everything());
    }
    return data;
  }

  /** The importer on files that are there already, and all of our way, in turns. */
  private void offline(GraphServer server, Snapshot tables, ChainIdentity chain)
      throws IOException {
    GraphState whole = MoneroProjection.MONERO.whole(tables, chain, 0, Long.MAX_VALUE);
    Path ready = Files.createDirectory(folder.resolve("ready"));
    List<String> files = new ImportFiles(tables, whole, rows -> {}).write(ready, 0).options();
    double[] ours = new double[ROUNDS];
    double[] importer = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      importer[round] =
          seconds(
              () -> {
                try (GraphConnection graph =
                    GraphConnection.open(server.fill(LARGE, loading -> files, () -> {}))) {
                  Migrations.apply(graph);
                }
              });
      ours[round] = seconds(() -> load(server, tables, chain, Long.MAX_VALUE));
      System.out.printf(
          "offline %d: importer on ready files %.1f s (%s), from the tables %.1f s%n",
          round + 1, importer[round], importLine(server), ours[round]);
    }
    double ratio = median(ours) / median(importer);
    System.out.printf("offline: %.2f times the importer on ready files%n", ratio);
    assertThat(ratio).isLessThan(1.3);
  }

  private static String importLine(GraphServer server) throws IOException {
    return Files.readAllLines(server.folder().resolve("import.log")).stream()
        .filter(line -> line.startsWith("IMPORT DONE"))
        .findFirst()
        .orElse("");
  }

  private static GraphState load(
      GraphServer server, Snapshot tables, ChainIdentity chain, long to) {
    return OfflineLoad.run(server, LARGE, tables, chain, 0, to, QuietPhases.INSTANCE);
  }

  /**
   * Windows of blocks from {@code from} on: our load, and the same batches from memory, in turns.
   */
  private double incremental(GraphServer server, Snapshot tables, ChainIdentity chain, long from) {
    load(server, tables, chain, from);
    double[] ours = new double[2 * ROUNDS];
    double[] bare = new double[2 * ROUNDS];
    try (GraphConnection graph = GraphConnection.open(server.running().orElseThrow())) {
      long next = from;
      for (int round = 0; round < 2 * ROUNDS; round++) {
        long until = next + WINDOW;
        long members = members(tables, next + 1, until);
        ours[round] =
            members
                / seconds(
                    () ->
                        new BoltLoad(graph, LoadListener.NONE)
                            .run(tables, chain, OptionalLong.empty(), until));
        long end = until + WINDOW;
        List<Batch> batches = batches(tables, until + 1, end);
        bare[round] =
            members(tables, until + 1, end)
                / seconds(
                    () ->
                        batches.forEach(
                            batch ->
                                graph.write(
                                    transaction -> {
                                      batch.write(transaction, "bare");
                                      return true;
                                    })));
        Batch last = batches.get(batches.size() - 1);
        graph.write(
            transaction ->
                transaction
                    .run(
                        "MATCH (g:Graph) SET g.tipHeight = $height, g.tipHash = $hash",
                        Map.of("height", last.to(), "hash", last.tipHash()))
                    .consume());
        next = end;
      }
    }
    System.out.printf(
        "incremental from height %,d: %,.0f members/s, bare driver %,.0f; %.2f of it%n",
        from, median(ours), median(bare), median(ours) / median(bare));
    assertThat(median(ours) / median(bare)).isGreaterThan(0.5);
    return median(ours);
  }

  private static List<Batch> batches(Snapshot tables, long from, long to) {
    List<Batch> batches = new ArrayList<>();
    try (BatchSource source =
        new BatchSource(MoneroProjection.MONERO.batches(tables, 0, from, to))) {
      for (Optional<? extends Batch> batch = source.next();
          batch.isPresent();
          batch = source.next()) {
        batches.add(batch.get());
      }
    }
    return batches;
  }

  private static long members(Snapshot tables, long from, long to) {
    long members = 0;
    try (Rows<RingRow> rings = tables.scan(RingRow.TABLE, from, to)) {
      while (rings.hasNext()) {
        members += rings.next().members().length;
      }
    }
    return members;
  }

  private static void queries(GraphServer server, Snapshot tables) {
    List<RingRow> rings = sample(tables);
    NamedQuery ring = QueryLibrary.bundled().query("ring-members");
    NamedQuery output = QueryLibrary.bundled().query("output-appearances");
    double[] one = new double[QUERIES];
    double[] byRing = new double[QUERIES];
    double[] byOutput = new double[QUERIES];
    try (GraphConnection graph = GraphConnection.open(server.running().orElseThrow());
        Session session = graph.driver().session()) {
      QueryRunner runner = new QueryRunner(graph, Duration.ofSeconds(60));
      Consumer<Integer> ask =
          i -> {
            RingRow row = rings.get(i % rings.size());
            QueryParameters image =
                QueryParameters.of(ring, Map.of("key_image", row.keyImage().toString()));
            QueryParameters name =
                QueryParameters.of(
                    output,
                    Map.of(
                        "output", new OutputName(row.indexSpace(), row.members()[0]).toString()));
            one[i] = seconds(() -> session.run("RETURN 1").consume());
            byRing[i] = seconds(() -> runner.run(ring, image, found -> {}));
            byOutput[i] = seconds(() -> runner.run(output, name, found -> {}));
          };
      for (int i = 0; i < QUERIES; i++) {
        ask.accept(i); // plans, code and pages become warm
      }
      for (int i = 0; i < QUERIES; i++) {
        ask.accept(i);
      }
    }
    for (Map.Entry<String, double[]> times :
        List.of(Map.entry("ring-members", byRing), Map.entry("output-appearances", byOutput))) {
      double middle = median(times.getValue()) / median(one);
      double slow = percentile(times.getValue(), 0.99) / percentile(one, 0.5);
      System.out.printf(
          "%s: median %.2f ms, %.1f times RETURN 1 (%.2f ms); 99th percentile %.1f times%n",
          times.getKey(), 1e3 * median(times.getValue()), middle, 1e3 * median(one), slow);
      assertThat(middle).isLessThan(5);
      assertThat(slow).isLessThan(20);
    }
  }

  private static List<RingRow> sample(Snapshot tables) {
    Random random = new Random(7);
    List<RingRow> all = new ArrayList<>();
    try (Rows<RingRow> rings = tables.scan(RingRow.TABLE)) {
      while (rings.hasNext()) {
        RingRow ring = rings.next();
        if (random.nextInt(1_000) == 0) {
          all.add(ring);
        }
      }
    }
    return all;
  }

  static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  static double median(double[] values) {
    return percentile(values, 0.5);
  }

  private static double percentile(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
  }
}
