package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.ringlight.graph.bitcoin.BitcoinChecked;
import org.ringlight.graph.bitcoin.BitcoinProjection;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.GraphReport;
import org.ringlight.graph.verify.GraphVerify;
import org.ringlight.graph.verify.Repair;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;

/** What tests do with a graph of Bitcoin and the tables it is of. */
public final class BitcoinGraphs {

  private BitcoinGraphs() {}

  /** Loads the tables over Bolt. */
  public static GraphState load(GraphConnection graph, Lake lake) {
    return load(graph, lake, OptionalLong.empty(), Long.MAX_VALUE, LoadListener.NONE);
  }

  static GraphState load(
      GraphConnection graph, Lake lake, OptionalLong from, long to, LoadListener listener) {
    try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow()) {
      return new BoltLoad(graph, BitcoinProjection.BITCOIN, listener)
          .run(tables, identity(lake), from, to);
    }
  }

  static ChainIdentity identity(Lake lake) {
    return lake.identity(Namespace.BTC).orElseThrow();
  }

  static GraphReport check(GraphConnection graph, Lake lake) {
    try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow()) {
      return new GraphVerify(graph, BitcoinChecked.BITCOIN, tables, identity(lake), height -> {})
          .check();
    }
  }

  static GraphReport repair(GraphConnection graph, Lake lake) {
    try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow()) {
      return Repair.run(graph, BitcoinChecked.BITCOIN, tables, identity(lake), height -> {});
    }
  }

  static void assertEqual(GraphConnection graph, Lake lake) {
    assertThat(check(graph, lake).differences()).isEmpty();
  }
}
