package org.ringlight.graph;

import org.ringlight.graph.server.GraphConnection;

/** An empty database in a server that runs on. */
final class Wiped {

  private Wiped() {}

  static void wipe(GraphConnection graph) {
    graph.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");
  }
}
