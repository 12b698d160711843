package org.ringlight.graph.load.offline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.MoneroProjection;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.graph.server.ServerOptions;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;

/**
 * Fills the graph server of a data directory from the tables by Neo4j's own importer: several times
 * as fast as by Bolt, but only as a whole, into a database that takes the place of the one before.
 */
public final class OfflineLoad {

  private OfflineLoad() {}

  /** Hears how far it is. */
  public interface Phases extends ImportPart.RowCount {
    /** The files are written; the importer runs. */
    void importing();

    /** The server is up; constraints and indexes are being made. */
    void indexing();
  }

  /**
   * Loads Monero's heights from {@code from} to {@code to}, both included, and leaves the server
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
    GraphState state = MoneroProjection.MONERO.whole(tables, chain, from, to);
    run(server, options, List.of(new ImportFiles(tables, state, phases)), phases);
    return state;
  }

  /** Loads one chain or several, and leaves the server running. */
  public static void run(
      GraphServer server, ServerOptions options, List<ImportPart> parts, Phases phases) {
    GraphAddress address = server.fill(options, folder -> write(parts, folder), phases::importing);
    phases.indexing();
    try (GraphConnection graph = GraphConnection.open(address)) {
      Migrations.apply(graph);
    }
  }

  private static List<String> write(List<ImportPart> parts, Path folder) {
    List<String> options = new ArrayList<>();
    long next = 0;
    for (ImportPart part : parts) {
      ImportPart.Written written = part.write(folder, next);
      options.addAll(written.options());
      next = written.next();
    }
    return options;
  }
}
