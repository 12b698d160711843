package org.ringlight.cli.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ringlight.graph.bitcoin.BitcoinChecked;
import org.ringlight.graph.bitcoin.BitcoinImport;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.Projection;
import org.ringlight.graph.load.offline.ImportFiles;
import org.ringlight.graph.load.offline.ImportPart;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.Checked;
import org.ringlight.graph.verify.MoneroChecked;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;

/** The chains that a graph can hold. */
enum GraphChain {
  MONERO,
  BITCOIN;

  Checked checked() {
    return switch (this) {
      case MONERO -> MoneroChecked.MONERO;
      case BITCOIN -> BitcoinChecked.BITCOIN;
    };
  }

  Projection projection() {
    return checked().projection();
  }

  Namespace namespace() {
    return projection().namespace();
  }

  /** What the graph holds of it. */
  Optional<GraphState> state(GraphConnection connection) {
    return GraphState.read(connection, projection().graphName());
  }

  /** Those that a data directory has tables of. */
  static List<GraphChain> of(Lake lake) {
    return Arrays.stream(values())
        .filter(chain -> lake.tip(chain.namespace()).isPresent())
        .filter(chain -> lake.identity(chain.namespace()).isPresent())
        .toList();
  }

  /** Its files for the importer. */
  ImportPart part(Snapshot tables, GraphState state, ImportPart.RowCount written) {
    return switch (this) {
      case MONERO -> new ImportFiles(tables, state, written);
      case BITCOIN -> new BitcoinImport(tables, state, written);
    };
  }
}
