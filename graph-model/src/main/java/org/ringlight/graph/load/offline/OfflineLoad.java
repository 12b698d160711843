package org.ringlight.graph.load.offline;

import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.graph.server.ServerOptions;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;

/**
 * Fills the graph server of a data directory from the tables by Neo4j's own importer: several times
 * as fast as by Bolt, but only as a whole, into a database that takes the place of the one before.
 */
public final class OfflineLoad {

  private OfflineLoad() {}

  /** Hears how far it is. */
  public interface Phases extends ImportFiles.RowCount {
    /** The files are written; the importer runs. */
    void importing();

    /** The server is up; constraints and indexes are being made. */
    void indexing();
  }

  /**
   * Loads the heights from {@code from} to {@code to}, both included, and leaves the server
   * running.
   *
   * @return the state it left
   */
  public static GraphState run(
      GraphServer server,
      ServerOptions options,
      Snapshot tables,
      ChainIdentity chain,
      long from,
      long to,
      Phases phases) {
    long lowest = tables.lowestHeight(BlockRow.TABLE).orElse(0);
    long last = Math.min(to, tables.tip().height());
    if (Math.max(lowest, from) > last) {
      throw GraphState.outside(tables, lowest);
    }
    GraphState state = GraphState.whole(chain, Math.max(lowest, from), last, hash(tables, last));
    GraphAddress address =
        server.fill(
            options,
            folder -> new ImportFiles(tables, state, phases).write(folder),
            phases::importing);
    phases.indexing();
    try (GraphConnection graph = GraphConnection.open(address)) {
      Migrations.apply(graph);
    }
    return state;
  }

  private static String hash(Snapshot tables, long height) {
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, height, height)) {
      return rows.next().hash().toString();
    }
  }
}
