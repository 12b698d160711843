package org.ringlight.graph.load;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.ringlight.lake.Snapshot;

/** Runs that were made at a block which the tables no longer have: they may lie above the graph. */
public final class StaleRuns {

  private static final String MADE =
      """
      MATCH (r:Run {current: true}) WHERE r.kind IN $kinds
      RETURN r.number AS number, r.tipHeight AS height, r.tipHash AS hash
      """;

  private static final String RETIRED =
      "UNWIND $numbers AS number MATCH (r:Run {number: number}) SET r.current = false";

  private StaleRuns() {}

  /** Lets none of them count any more. */
  public static void retire(
      TransactionContext transaction, Projection projection, Snapshot tables) {
    List<Object> stale =
        transaction.run(MADE, Map.of("kinds", projection.runKinds())).list().stream()
            .filter(run -> isStale(run, projection, tables))
            .map(run -> (Object) run.get("number").asLong())
            .toList();
    if (!stale.isEmpty()) {
      transaction.run(RETIRED, Map.of("numbers", stale)).consume();
    }
  }

  /** What lies before a slice is not known, and not stale. */
  private static boolean isStale(Record run, Projection projection, Snapshot tables) {
    long height = run.get("height").asLong();
    return height > tables.tip().height()
        || projection
            .hash(tables, height)
            .filter(hash -> !hash.equals(run.get("hash").asString()))
            .isPresent();
  }
}
