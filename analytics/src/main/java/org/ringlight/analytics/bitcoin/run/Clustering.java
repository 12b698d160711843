package org.ringlight.analytics.bitcoin.run;

import java.util.BitSet;
import org.ringlight.analytics.bitcoin.cluster.Clusters;

/**
 * Clusters of a chain as of its tip, settled.
 *
 * @param clusters of every address of the tables
 * @param refused what was not joined in the blocks that were read
 * @param keptUpTo up to which height an earlier run's state was gone on from; -1 where all was read
 * @param read how many transactions were read
 */
public record Clustering(Clusters clusters, RefusedMerges refused, long keptUpTo, long read)
    implements AutoCloseable {

  /** Canonical ids of clusters of at least two addresses. */
  public BitSet joined() {
    BitSet joined = new BitSet(clusters.size());
    for (int address = 0; address < clusters.size(); address++) {
      int cluster = clusters.find(address);
      if (cluster != address) {
        joined.set(cluster);
      }
    }
    return joined;
  }

  @Override
  public void close() {
    refused.close();
  }
}
