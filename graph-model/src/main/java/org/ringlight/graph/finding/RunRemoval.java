package org.ringlight.graph.finding;

import java.util.List;
import java.util.Map;
import org.ringlight.graph.server.GraphConnection;

/** Takes runs out of a graph with all that they brought, some thousand rows at a time. */
public final class RunRemoval {

  private static final int AT_ONCE = 2_000;

  private RunRemoval() {}

  /**
   * Removes every run of a kind and source; first of all none of them counts.
   *
   * @return how many there were
   */
  public static int all(GraphConnection graph, RunLoad.Kind kind, String source) {
    graph.write(
        transaction ->
            transaction
                .run(
                    "MATCH (r:Run {kind: $kind, source: $source}) SET r.current = false",
                    Map.of("kind", kind.word(), "source", source))
                .consume());
    return before(graph, kind, source, Long.MAX_VALUE);
  }

  /** Removes those with a lower number. */
  static int before(GraphConnection graph, RunLoad.Kind kind, String source, long number) {
    List<Long> runs =
        graph.read(
            transaction ->
                transaction
                    .run(
                        "MATCH (r:Run {kind: $kind, source: $source}) WHERE r.number < $number"
                            + " RETURN r.number AS number",
                        Map.of("kind", kind.word(), "source", source, "number", number))
                    .list(row -> row.get("number").asLong()));
    for (long run : runs) {
      kind.forms().forEach(form -> form.finds().forEach(found -> remove(graph, found, run)));
      remove(graph, "MATCH (s:Run {number: $run})", run);
    }
    return runs.size();
  }

  /** Statements that work in pieces take no parameters from a transaction of ours. */
  private static void remove(GraphConnection graph, String found, long run) {
    graph.run(
        found.replace("$run", Long.toString(run))
            + " CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF "
            + AT_ONCE
            + " ROWS");
  }
}
