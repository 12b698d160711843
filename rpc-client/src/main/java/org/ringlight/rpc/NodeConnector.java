package org.ringlight.rpc;

/**
 * Makes clients for one kind of node; found by {@link java.util.ServiceLoader}, so that this
 * package knows no transport.
 */
public interface NodeConnector {

  /** A client for one node, which is not asked anything yet. */
  NodeClient client(NodeOptions options, NodeListener listener);
}
