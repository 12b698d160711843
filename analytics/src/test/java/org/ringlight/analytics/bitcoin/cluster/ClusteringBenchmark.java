package org.ringlight.analytics.bitcoin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our union-find beside graphsense-clustering on the same co-spend lists in one run, one thread
 * each, in turns: making it, all joins, the clusters of all addresses; without starting a process
 * or reading lists: docs/reference/clustering-benchmark.md.
 */
@Tag("full")
class ClusteringBenchmark {

  private static final int ADDRESSES = 40_000_000;
  private static final int LISTS = 8_000_000;
  private static final int TURNS = 3;
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void oursIsNotSlower() throws IOException, InterruptedException {
    GraphSenseClustering other = GraphSenseClustering.in(folder);
    CoSpends lists = CoSpends.likeAChain(1, ADDRESSES, LISTS);
    double[] ours = new double[TURNS * ROUNDS];
    double[] theirs = new double[TURNS * ROUNDS];
    int[] clusters = new int[0];
    for (int turn = 0; turn < TURNS; turn++) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        clusters = lists.join(Clusters.ofSingles(ADDRESSES), 0, LISTS).parents();
        ours[turn * ROUNDS + round] = (System.nanoTime() - start) / 1e9;
      }
      GraphSenseClustering.Answer answer = other.cluster(lists, ROUNDS, 1);
      List<Double> seconds = answer.seconds();
      for (int round = 0; round < ROUNDS; round++) {
        theirs[turn * ROUNDS + round] = seconds.get(round);
      }
      assertThat(Arrays.equals(clusters, answer.clusters())).isTrue();
    }
    double ratio = median(theirs) / median(ours);
    System.out.printf(
        Locale.ROOT,
        "%,d lists, %,d members, %,d addresses: ours %.2f s, graphsense-clustering %.2f s"
            + " (medians of %d), %.2f times as fast; ours %s, its %s%n",
        LISTS,
        lists.members(),
        ADDRESSES,
        median(ours),
        median(theirs),
        ours.length,
        ratio,
        Arrays.toString(ours),
        Arrays.toString(theirs));
    assertThat(ratio).isGreaterThanOrEqualTo(1);
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
