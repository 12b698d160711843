package org.ringlight.rpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Where clients come from. */
public final class Nodes {

  /** How long a node that failed is left alone. */
  static final Duration REST = Duration.ofSeconds(30);

  private Nodes() {}

  /** {@link #connect(List, NodeListener)} with nobody to hear. */
  public static NodeClient connect(List<NodeOptions> nodes) {
    return connect(nodes, NodeListener.SILENT);
  }

  /**
   * A client for these nodes, the first preferred. Each answer comes whole from one node; a node
   * that fails is left alone for half a minute and the next one asked. All must be of one network
   * and have the same genesis block, which is checked before a node's first answer is used.
   *
   * @throws org.ringlight.failure.NodeUnreachable where none of them answers
   * @throws org.ringlight.failure.ConfigurationInvalid where two belong to different networks
   */
  public static NodeClient connect(List<NodeOptions> nodes, NodeListener listener) {
    return connect(nodes, listener, REST);
  }

  static NodeClient connect(List<NodeOptions> nodes, NodeListener listener, Duration rest) {
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("at least one node wanted");
    }
    NodeConnector connector = ServiceLoader.load(NodeConnector.class).findFirst().orElseThrow();
    List<NodeClient> clients = new ArrayList<>();
    for (NodeOptions node : nodes) {
      clients.add(connector.client(node, listener));
    }
    FailOver all = new FailOver(clients, listener, rest);
    try {
      all.checkNetworks();
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }
}
