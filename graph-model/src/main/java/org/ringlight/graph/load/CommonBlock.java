package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;

/** The highest block that a graph and the tables have in common. */
final class CommonBlock {

  private static final long STEP = 200;

  private CommonBlock() {}

  /** Its height; empty where the graph's every block was taken back. */
  static OptionalLong find(GraphConnection graph, GraphState state, Snapshot tables) {
    long top = Math.min(state.tipHeight(), tables.tip().height());
    while (top >= state.fromHeight()) {
      long bottom = Math.max(state.fromHeight(), top - STEP + 1);
      Map<Long, String> there = hashes(graph, bottom, top);
      List<BlockRow> here = new ArrayList<>();
      try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, bottom, top)) {
        rows.forEachRemaining(here::add);
      }
      for (int i = here.size() - 1; i >= 0; i--) {
        BlockRow block = here.get(i);
        if (block.hash().toString().equals(there.get(block.height()))) {
          return OptionalLong.of(block.height());
        }
      }
      top = bottom - 1;
    }
    return OptionalLong.empty();
  }

  private static Map<Long, String> hashes(GraphConnection graph, long from, long to) {
    Map<Long, String> hashes = new HashMap<>();
    graph
        .read(
            transaction ->
                transaction
                    .run(
                        "MATCH (b:Block) WHERE $from <= b.height <= $to"
                            + " RETURN b.height AS height, b.hash AS hash",
                        Map.of("from", from, "to", to))
                    .list())
        .forEach(row -> hashes.put(row.get("height").asLong(), row.get("hash").asString()));
    return hashes;
  }
}
