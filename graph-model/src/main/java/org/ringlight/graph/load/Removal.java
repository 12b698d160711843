package org.ringlight.graph.load;

import java.util.ArrayList;
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

  private static final int BLOCKS_AT_ONCE = 10;

  private static final String CLAIMS =
      """
      UNWIND $heights AS height
      MATCH (:Block {height: height})-[:CONTAINS]->(t:Transaction)
      CALL (t) {
        MATCH (t)<-[c:ON|HOLDS]-() RETURN count(c) AS claims
        UNION ALL
        MATCH (t)-[:HAS_RING]->(:Ring)-[c:SPENDS|ELIMINATES|NARROWED_TO|WEIGHS]->()
        RETURN count(c) AS claims
        UNION ALL
        MATCH (t)-[:HAS_RING|CREATES]->()<-[c:ON|HOLDS|SPENT]-() RETURN count(c) AS claims
      }
      RETURN coalesce(sum(claims), 0) AS claims
      """;

  private static final String OLDER =
      """
      UNWIND $heights AS height
      MATCH (:Block {height: height})-[:CONTAINS]->()-[:HAS_RING]->()-[:MEMBER]->(o:Output)
      WHERE o.height < $from
      RETURN DISTINCT o.indexSpace AS indexSpace, o.amountIndex AS amountIndex
      """;

  private static final List<String> STATEMENTS =
      List.of(
          """
          UNWIND $heights AS height
          MATCH (:Block {height: height})-[:CONTAINS]->()-[:HAS_RING]->(n:Ring)
          DETACH DELETE n
          """,
          """
          UNWIND $heights AS height
          MATCH (:Block {height: height})-[:CONTAINS]->()-[:CREATES]->(n:Output)
          DETACH DELETE n
          """,
          """
          UNWIND $heights AS height
          MATCH (:Block {height: height})-[:CONTAINS]->(n:Transaction)
          DETACH DELETE n
          """,
          """
          UNWIND $heights AS height
          MATCH (n:Block {height: height})
          DETACH DELETE n
          """);

  private static final String UNUSED =
      """
      UNWIND $older AS o
      MATCH (n:Output {indexSpace: o.indexSpace, amountIndex: o.amountIndex})
      WHERE NOT EXISTS { (n)<-[:MEMBER]-() }
      DETACH DELETE n
      """;

  /** What was concluded from blocks that are taken back may rest on any of them. */
  private static final String RUNS =
      """
      MATCH (r:Run {kind: 'findings', current: true}) WHERE r.tipHeight > $below
      SET r.current = false
      """;

  private final GraphConnection graph;
  private long claims;

  Removal(GraphConnection graph) {
    this.graph = graph;
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
      long below = Math.max(height, top - BLOCKS_AT_ONCE);
      GraphState from = state;
      state =
          graph.write(
              transaction -> {
                String left = below == height ? hash : hash(transaction, below);
                if (from.moveTip(transaction, below, left, graph.address().uri())) {
                  transaction.run(RUNS, Map.of("below", below)).consume();
                  claims += remove(transaction, heights(below + 1, top), from.fromHeight());
                }
                return from.at(below, left);
              });
    }
    return state;
  }

  private static @Nullable String hash(TransactionContext transaction, long height) {
    return transaction
        .run("MATCH (b:Block {height: $height}) RETURN b.hash AS hash", Map.of("height", height))
        .list(row -> row.get("hash").asString())
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Removes the blocks at {@code heights}; no ring of another block may name their outputs. */
  static long remove(TransactionContext transaction, List<Long> heights, long fromHeight) {
    Map<String, Object> which = Map.of("heights", heights, "from", fromHeight);
    long claims = transaction.run(CLAIMS, which).single().get("claims").asLong();
    List<Object> older =
        fromHeight == 0
            ? List.of()
            : new ArrayList<>(transaction.run(OLDER, which).list(row -> row.asMap()));
    for (String statement : STATEMENTS) {
      transaction.run(statement, which).consume();
    }
    if (!older.isEmpty()) {
      transaction.run(UNUSED, Map.of("older", older)).consume();
    }
    return claims;
  }

  private static List<Long> heights(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }
}
