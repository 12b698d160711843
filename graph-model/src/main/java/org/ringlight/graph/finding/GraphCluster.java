package org.ringlight.graph.finding;

/**
 * An address of Bitcoin in a cluster.
 *
 * @param cluster the name of the cluster: the address in it that appeared first
 */
public record GraphCluster(String address, String cluster) {}
