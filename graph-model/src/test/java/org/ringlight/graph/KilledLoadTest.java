package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;

/**
 * Loads that are cut off without a word: the loader is killed, or the server under it, or the
 * importer. The data directory has a server of its own; the tests are its life, in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("full")
class KilledLoadTest {

  private static final int BLOCKS = 2_000;

  /** About what a batch takes, so that a kill may fall anywhere in it. */
  private static final int BATCH_MILLIS = 400;

  @TempDir static Path data;
  private static GrownChain chain;
  private static GraphServer server;
  private static Lake lake;

  @TempDir Path own;

  @BeforeAll
  static void start() {
    chain = GrownChain.of(BLOCKS);
    lake = Lake.open(data);
    chain.writeTo(lake, chain.tip());
    server = GraphServer.of(data);
    server.start(RunningServer.SMALL);
  }

  @AfterAll
  static void end() {
    server.stop();
    lake.close();
  }

  private static GraphConnection connect() {
    return GraphConnection.open(server.running().orElseThrow());
  }

  /** The tip that the graph itself tells of; -1 while there is none. */
  private static long tip(GraphConnection graph) {
    return GraphState.read(graph).map(GraphState::tipHeight).orElse(-1L);
  }

  private static void assertWhole(GraphConnection graph) {
    assertThat(tip(graph)).isEqualTo(chain.tip());
    Graphs.assertEqual(graph, lake);
    assertThat(count(graph, "(n:Block)")).isEqualTo(BLOCKS);
    assertThat(count(graph, "()-[n:NEXT]->()")).isEqualTo(BLOCKS - 1);
    assertThat(count(graph, "(n:Transaction)")).isEqualTo(sum(b -> b.transactions().size()));
    assertThat(count(graph, "(n:Ring)")).isEqualTo(sum(b -> b.rings().size()));
    assertThat(count(graph, "(n:Output)")).isEqualTo(sum(b -> b.outputs().size()));
    assertThat(count(graph, "(:Ring)-[n:MEMBER]->(:Output)"))
        .isEqualTo(sum(b -> b.rings().stream().mapToInt(ring -> ring.members().length).sum()));
  }

  private static long count(GraphConnection graph, String pattern) {
    return graph.read(
        t -> t.run("MATCH " + pattern + " RETURN count(n) AS n").single().get("n").asLong());
  }

  private static long sum(ToIntFunction<GrownChain.Grown> rows) {
    return LongStream.range(0, BLOCKS).mapToInt(h -> rows.applyAsInt(chain.block(h))).sum();
  }

  @Test
  @Order(1)
  void aLoaderKilledAtAnyMomentGoesOnWhereItWas() throws Exception {
    Random random = new Random(20260105);
    try (GraphConnection graph = connect()) {
      List<Long> tips = new ArrayList<>();
      for (int kill = 0; kill < 4; kill++) {
        Process child = ChildLoad.start(own.resolve("trouble"), data, graph.address());
        killAfter(child, 1 + random.nextInt(2), random.nextInt(BATCH_MILLIS));
        tips.add(tip(graph));
        if (tips.get(kill) >= 0) {
          Graphs.assertEqual(graph, lake);
        }
      }
      System.out.printf("graph: loader killed %d times, with the tip at %s%n", tips.size(), tips);
      assertThat(tips).isSorted();
      // kills that all fall before the first batch, or after the last, would show nothing
      assertThat(new HashSet<>(tips)).hasSizeGreaterThan(2);
      assertThat(tips).anyMatch(tip -> tip >= 0 && tip < chain.tip());
      Graphs.load(graph, lake);
      assertWhole(graph);
    }
  }

  /** Kills it a while after it has said so many lines. */
  private static void killAfter(Process child, int lines, int millis)
      throws IOException, InterruptedException {
    try (BufferedReader said = child.inputReader()) {
      said.lines().limit(lines).forEach(line -> {});
      Thread.sleep(millis);
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed, not failed").isNotEqualTo(1);
  }

  @Test
  @Order(2)
  void aServerKilledUnderTheLoaderIsSaidAndAfterAStartItGoesOn() throws Exception {
    Random random = new Random(20260106);
    try (GraphConnection graph = connect()) {
      Graphs.wipe(graph);
    }
    long told;
    try (GraphConnection graph = connect()) {
      KillsTheServer killer = new KillsTheServer(2, random.nextInt(BATCH_MILLIS));
      assertThatThrownBy(() -> load(graph, killer))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("the graph server does not answer")
          .hasMessageContaining("ringlight graph start");
      told = killer.lastSaid;
    }
    assertThat(server.running()).isEmpty();
    server.start(RunningServer.SMALL);
    try (GraphConnection graph = connect()) {
      System.out.printf(
          "graph: server killed after tip %d, with the tip at %d%n", told, tip(graph));
      // what the loader was told is stored, is stored
      assertThat(tip(graph)).isGreaterThanOrEqualTo(told).isLessThan(chain.tip());
      Graphs.load(graph, lake);
      assertWhole(graph);
    }
  }

  private static void load(GraphConnection graph, LoadListener listener) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      new BoltLoad(graph, listener)
          .run(tables, GrownChain.IDENTITY, OptionalLong.empty(), Long.MAX_VALUE);
    }
  }

  /** Kills the server a while after so many batches, when another is under way. */
  private static final class KillsTheServer implements LoadListener {

    private final int millis;
    private int batches;
    private volatile long lastSaid = -1;

    KillsTheServer(int batches, int millis) {
      this.batches = batches;
      this.millis = millis;
    }

    @Override
    public void loaded(long height) {
      lastSaid = height;
      if (--batches == 0) {
        Thread killer = new Thread(this::kill);
        killer.setDaemon(true);
        killer.start();
      }
    }

    private void kill() {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      server.process().ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  @Order(3)
  void anImportThatWasCutOffIsNoGraphAndIsDoneAgain() throws Exception {
    Process child = ChildLoad.start(own.resolve("trouble"), data);
    killAfter(child, 1, 700); // it says that it imports
    assertThat(server.isUnfinished()).isTrue();
    assertThat(server.running()).isEmpty();
    assertThatThrownBy(() -> server.start(RunningServer.SMALL))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("a load was cut off in the middle")
        .hasMessageContaining("ringlight graph load");
    assertThat(server.running()).isEmpty();

    Process again = ChildLoad.start(own.resolve("trouble again"), data);
    assertThat(again.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(own.resolve("trouble again")).content().doesNotContain("Exception");
    assertThat(again.exitValue()).isZero();
    assertThat(server.isUnfinished()).isFalse();
    assertThat(server.folder().resolve("loading")).doesNotExist();
    try (GraphConnection graph = connect()) {
      assertWhole(graph);
    }
  }
}
