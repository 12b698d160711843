package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.GraphReport;
import org.ringlight.graph.verify.GraphVerify;
import org.ringlight.graph.verify.Repair;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;

/** What tests do with a graph and the tables it is of. */
final class Graphs {

  private Graphs() {}

  static void wipe(GraphConnection graph) {
    graph.run(
        "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000"
            + " ROWS");
  }

  static GraphState load(GraphConnection graph, Lake lake) {
    return load(graph, lake, OptionalLong.empty(), Long.MAX_VALUE);
  }

  static GraphState load(GraphConnection graph, Lake lake, OptionalLong from, long to) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      return new BoltLoad(graph, LoadListener.NONE)
          .run(tables, lake.identity(Namespace.XMR).orElseThrow(), from, to);
    }
  }

  static GraphReport check(GraphConnection graph, Lake lake) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      return new GraphVerify(
              graph, tables, lake.identity(Namespace.XMR).orElseThrow(), height -> {})
          .check();
    }
  }

  static GraphReport repair(GraphConnection graph, Lake lake) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      return Repair.run(graph, tables, lake.identity(Namespace.XMR).orElseThrow(), height -> {});
    }
  }

  static void assertEqual(GraphConnection graph, Lake lake) {
    assertThat(check(graph, lake).differences()).isEmpty();
  }
}
