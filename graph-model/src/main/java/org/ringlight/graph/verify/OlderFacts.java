package org.ringlight.graph.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.Parameters;
import org.ringlight.graph.load.offline.OlderOutputs;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.OutputRow;

/** The outputs from before the graph's first block, on both sides, by name. */
final class OlderFacts {

  private final Map<String, Map<String, Object>> nodes = new HashMap<>();
  private final Map<String, String> inTables = new HashMap<>();
  private final Map<String, String> inGraph = new HashMap<>();

  OlderFacts(GraphConnection graph, GraphState state, Snapshot tables) {
    if (state.fromHeight() == 0) {
      return;
    }
    long first;
    try (Rows<OutputRow> rows = tables.scan(OutputRow.TABLE, state.fromHeight(), Long.MAX_VALUE)) {
      first = rows.hasNext() ? rows.next().outputId() : Long.MAX_VALUE;
    }
    OlderOutputs older = OlderOutputs.of(tables, state.fromHeight(), state.tipHeight(), first);
    older.eachRow(row -> wanted(Parameters.of(row)));
    older.eachNamed((name, row) -> wanted(Parameters.of(row)));
    graph.read(
        transaction -> {
          transaction
              .run(
                  "MATCH (o:Output) WHERE o.height < $from RETURN properties(o) AS node",
                  Map.of("from", state.fromHeight()))
              .forEachRemaining(row -> put(inGraph, row.get("node").asMap()));
          return true;
        });
  }

  private void wanted(Map<String, Object> node) {
    nodes.put(name(node), node);
    put(inTables, node);
  }

  private static void put(Map<String, String> side, Map<String, ?> node) {
    side.put(name(node), Facts.text(node));
  }

  private static String name(Map<String, ?> node) {
    return node.get("indexSpace") + ":" + node.get("amountIndex");
  }

  /** The properties that the output with this name should have; empty where it should not be. */
  Optional<Map<String, Object>> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  long count() {
    return inTables.size();
  }

  /** Names that the two sides do not say the same of. */
  SortedSet<String> differences() {
    TreeSet<String> names = new TreeSet<>(inTables.keySet());
    names.addAll(inGraph.keySet());
    names.removeIf(
        name -> String.valueOf(inTables.get(name)).equals(String.valueOf(inGraph.get(name))));
    return names;
  }
}
