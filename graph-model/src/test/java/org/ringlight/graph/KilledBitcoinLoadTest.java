package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.graph.bitcoin.BitcoinProjection;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;

/** A loader of Bitcoin that is killed without a word. */
@ExtendWith(RunningServer.class)
@Tag("full")
class KilledBitcoinLoadTest {

  /** About what a batch takes, so that a kill may fall anywhere in it. */
  private static final int BATCH_MILLIS = 400;

  @TempDir Path data;
  @TempDir Path own;

  @Test
  void aLoaderKilledAtAnyMomentGoesOnWhereItWas(GraphAddress address) throws Exception {
    Random random = new Random(20260107);
    GrownBitcoinChain chain = GrownBitcoinChain.of(4_000);
    try (GraphConnection graph = GraphConnection.open(address);
        Lake lake = Lake.open(data)) {
      Graphs.wipe(graph);
      chain.writeTo(lake, chain.tip());
      List<Long> tips = new ArrayList<>();
      for (int kill = 0; kill < 4; kill++) {
        Process child =
            ChildLoad.start(own.resolve("trouble"), data, address, BitcoinProjection.BITCOIN);
        try (BufferedReader said = child.inputReader()) {
          said.lines().limit(1 + random.nextInt(2)).forEach(line -> {});
          Thread.sleep(random.nextInt(BATCH_MILLIS));
        } finally {
          child.destroyForcibly();
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as("killed, not failed").isNotEqualTo(1);
        tips.add(GraphState.read(graph, GraphState.BITCOIN).map(GraphState::tipHeight).orElse(-1L));
        if (tips.get(kill) >= 0) {
          BitcoinGraphs.assertEqual(graph, lake);
        }
      }
      System.out.printf("graph: loader of bitcoin killed, with the tip at %s%n", tips);
      assertThat(tips).isSorted().anyMatch(tip -> tip >= 0 && tip < chain.tip());
      assertThat(BitcoinGraphs.load(graph, lake).tipHeight()).isEqualTo(chain.tip());
      BitcoinGraphs.assertEqual(graph, lake);
    }
  }
}
