package org.ringlight.analytics.bitcoin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same clusters as the real graphsense-clustering, on the same lists. */
class BesideGraphSenseTest {

  @TempDir Path folder;

  @Test
  void clustersEqualItsOwnAddressForAddress() throws IOException, InterruptedException {
    GraphSenseClustering other = GraphSenseClustering.in(folder);
    for (long seed = 1; seed <= 8; seed++) {
      same(other, CoSpends.random(seed, 2000, 900));
    }
    same(other, CoSpends.likeAChain(9, 300_000, 80_000));
  }

  private static void same(GraphSenseClustering other, CoSpends lists)
      throws IOException, InterruptedException {
    int[] ours = lists.join(Clusters.ofSingles(lists.addresses()), 0, lists.size()).parents();
    assertThat(ours).isEqualTo(other.cluster(lists, 1, 2).clusters());
  }
}
