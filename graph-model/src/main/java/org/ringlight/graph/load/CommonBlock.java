package org.ringlight.graph.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ringlight.graph.load.Projection.BlockName;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Snapshot;

/** The highest block that a graph and the tables have in common. */
final class CommonBlock {

  private static final long STEP = 200;

  private CommonBlock() {}

  /** Its height; empty where the graph's every block was taken back. */
  static OptionalLong find(
      GraphConnection graph, Projection projection, GraphState state, Snapshot tables) {
    long top = Math.min(state.tipHeight(), tables.tip().height());
    while (top >= state.fromHeight()) {
      long bottom = Math.max(state.fromHeight(), top - STEP + 1);
      Map<Long, String> there = hashes(graph, projection, bottom, top);
      List<BlockName> here = projection.blocks(tables, bottom, top);
      for (int i = here.size() - 1; i >= 0; i--) {
        BlockName block = here.get(i);
        if (block.hash().equals(there.get(block.height()))) {
          return OptionalLong.of(block.height());
        }
      }
      top = bottom - 1;
    }
    return OptionalLong.empty();
  }

  private static Map<Long, String> hashes(
      GraphConnection graph, Projection projection, long from, long to) {
    Map<Long, String> hashes = new HashMap<>();
    graph
        .read(
            transaction ->
                transaction
                    .run(
                        "MATCH (b:"
                            + projection.blockLabel()
                            + ") WHERE $from <= b.height <= $to"
                            + " RETURN b.height AS height, b.hash AS hash",
                        Map.of("from", from, "to", to))
                    .list())
        .forEach(row -> hashes.put(row.get("height").asLong(), row.get("hash").asString()));
    return hashes;
  }
}
