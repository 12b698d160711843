package org.ringlight.graph.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ringlight.graph.server.GraphConnection;

/** How many nodes and relationships of each kind there are in the whole graph. */
final class Totals {

  private Totals() {}

  static Map<String, Long> inGraph(GraphConnection graph) {
    Map<String, Long> totals = new LinkedHashMap<>();
    for (String label : new String[] {"Block", "Transaction", "Ring", "Output"}) {
      totals.put(":" + label, count(graph, "MATCH (n:" + label + ") RETURN count(n) AS n"));
    }
    for (String type : new String[] {"NEXT", "CONTAINS", "HAS_RING", "CREATES", "MEMBER"}) {
      totals.put(
          "[:" + type + "]", count(graph, "MATCH ()-[r:" + type + "]->() RETURN count(r) AS n"));
    }
    return totals;
  }

  private static long count(GraphConnection graph, String query) {
    return graph.read(transaction -> transaction.run(query).single().get("n").asLong());
  }

  /**
   * What they should be.
   *
   * @param older outputs from before the first block
   */
  static Map<String, Long> of(Counts tables, long older) {
    Map<String, Long> totals = new LinkedHashMap<>();
    totals.put(":Block", tables.blocks);
    totals.put(":Transaction", tables.transactions);
    totals.put(":Ring", tables.rings);
    totals.put(":Output", tables.outputs + older);
    totals.put("[:NEXT]", Math.max(0, tables.blocks - 1));
    totals.put("[:CONTAINS]", tables.transactions);
    totals.put("[:HAS_RING]", tables.rings);
    totals.put("[:CREATES]", tables.outputs);
    totals.put("[:MEMBER]", tables.members);
    return totals;
  }
}
