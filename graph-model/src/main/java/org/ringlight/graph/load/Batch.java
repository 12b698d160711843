package org.ringlight.graph.load;

import org.neo4j.driver.TransactionContext;
import org.ringlight.graph.server.GraphConnection;

/**
 * Consecutive whole blocks as they are sent: in one transaction together with the tip they move, so
 * that a batch is in the graph once or not at all.
 */
public interface Batch {

  /** The last block. */
  long to();

  /** Its id. */
  String tipHash();

  /** Sends the statements, without the tip. */
  void write(TransactionContext transaction, String where);

  /**
   * Writes it on top of {@code before}.
   *
   * @return the state after it
   */
  default GraphState write(GraphConnection graph, GraphState before) {
    String where = graph.address().uri();
    graph.write(
        transaction -> {
          if (before.moveTip(transaction, to(), tipHash(), where)) {
            write(transaction, where);
          }
          return true;
        });
    return before.at(to(), tipHash());
  }
}
