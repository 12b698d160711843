package org.ringlight.graph.finding;

import org.ringlight.lake.table.BitcoinClusterRow;

/**
 * An address of Bitcoin in a cluster.
 *
 * @param cluster the name of the cluster: the address in it that appeared first
 */
public record GraphCluster(String address, String cluster) {

  static GraphCluster of(BitcoinClusterRow row) {
    return new GraphCluster(row.address(), row.cluster());
  }

  Row row() {
    return new Row().name("address", address).name("cluster", cluster);
  }
}
