package org.ringlight.graph.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.graph.schema.GraphSchema;
import org.ringlight.graph.schema.Relationship;
import org.ringlight.graph.server.GraphConnection;

/** How many nodes and relationships of each kind there are in the whole graph. */
public final class Totals {

  /** Monero's labels. */
  static final List<String> LABELS = List.of("Block", "Transaction", "Ring", "Output");

  /** Monero's types, each with the label it leaves. */
  static final Map<String, String> TYPES =
      Map.of(
          "NEXT", "Block",
          "CONTAINS", "Block",
          "HAS_RING", "Transaction",
          "CREATES", "Transaction",
          "MEMBER", "Ring");

  private Totals() {}

  /**
   * Counts them, by {@code :Label} and {@code [:TYPE]}; and those of the types that leave what no
   * chain has them leave, of which there should be none.
   *
   * @param types each with the label it leaves: two chains may have types in common
   */
  public static Map<String, Long> inGraph(
      GraphConnection graph, List<String> labels, Map<String, String> types) {
    Map<String, Long> totals = new LinkedHashMap<>();
    for (String label : labels) {
      totals.put(":" + label, count(graph, "MATCH (n:" + label + ") RETURN count(n) AS n"));
    }
    types.forEach(
        (type, from) -> {
          totals.put("[:" + type + "]", from(graph, from, type));
          totals.put(foreign(type), foreign(graph, type));
        });
    return totals;
  }

  /** That of relationships of a type which leave what no chain has them leave. */
  public static String foreign(String type) {
    return "[:" + type + "] of foreign nodes";
  }

  private static long foreign(GraphConnection graph, String type) {
    long known =
        GraphSchema.relationships().stream()
            .filter(relationship -> relationship.name().equals(type))
            .map(Relationship::from)
            .distinct()
            .mapToLong(label -> from(graph, label, type))
            .sum();
    return count(graph, "MATCH ()-[r:" + type + "]->() RETURN count(r) AS n") - known;
  }

  private static long from(GraphConnection graph, String label, String type) {
    return count(graph, "MATCH (:" + label + ")-[r:" + type + "]->() RETURN count(r) AS n");
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
    totals.put(":Block", tables.blocks());
    totals.put(":Transaction", tables.of("transactions"));
    totals.put(":Ring", tables.of("rings"));
    totals.put(":Output", tables.of("outputs") + older);
    totals.put("[:NEXT]", Math.max(0, tables.blocks() - 1));
    totals.put("[:CONTAINS]", tables.of("transactions"));
    totals.put("[:HAS_RING]", tables.of("rings"));
    totals.put("[:CREATES]", tables.of("outputs"));
    totals.put("[:MEMBER]", tables.of("ring members"));
    TYPES.keySet().forEach(type -> totals.put(foreign(type), 0L));
    return totals;
  }
}
