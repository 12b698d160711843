package org.ringlight.graph.load;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.ringlight.graph.server.GraphConnection;

/**
 * Takes back the newest blocks with all that they brought, from the top down, a few in each
 * transaction together with the tip they move.
 */
final class Removal {

  /** What was concluded from blocks that are taken back may rest on any of them. */
  private static final String RUNS =
      """
      MATCH (r:Run {current: true}) WHERE r.kind IN $kinds AND r.tipHeight > $below
      SET r.current = false
      """;

  private final GraphConnection graph;
  private final Projection projection;
  private long claims;

  Removal(GraphConnection graph, Projection projection) {
    this.graph = graph;
    this.projection = projection;
  }

  /** How many relationships of findings, labels and cases went with the blocks. */
  long claims() {
    return claims;
  }

  /**
   * Takes back everything above {@code height}.
   *
   * @param hash the id of the block there; null where nothing is left
   * @return the state after it
   */
  GraphState above(long height, @Nullable String hash, GraphState before) {
    GraphState state = before;
    while (state.tipHeight() > height) {
      long top = state.tipHeight();
      long below = Math.max(height, top - projection.removedAtOnce());
      GraphState from = state;
      state =
          graph.write(
              transaction -> {
                String left = below == height ? hash : hash(transaction, below);
                if (from.moveTip(transaction, below, left, graph.address().uri())) {
                  transaction
                      .run(RUNS, Map.of("below", below, "kinds", projection.runKinds()))
                      .consume();
                  claims +=
                      projection.remove(transaction, heights(below + 1, top), from.fromHeight());
                }
                return from.at(below, left);
              });
    }
    return state;
  }

  private @Nullable String hash(TransactionContext transaction, long height) {
    return transaction
        .run(
            "MATCH (b:" + projection.blockLabel() + " {height: $height}) RETURN b.hash AS hash",
            Map.of("height", height))
        .list(row -> row.get("hash").asString())
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static List<Long> heights(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }
}
