package org.ringlight.rpc.monerod;

import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeConnector;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;

/** Clients for monerod. */
public final class MonerodConnector implements NodeConnector {

  @Override
  public NodeClient client(NodeOptions options, NodeListener listener) {
    return new MonerodClient(options, listener);
  }
}
