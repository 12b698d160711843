package org.ringlight.graph.expand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BlockRow;

/** What a reorganisation took from the tables, removed from a graph of neighbourhoods. */
final class OrphanedNeighbours {

  private static final List<String> STATEMENTS =
      List.of(
          "MATCH (t:Transaction)-[:HAS_RING]->(n:Ring) WHERE t.height >= $from DETACH DELETE n",
          "MATCH (n:Output) WHERE n.height >= $from DETACH DELETE n",
          "MATCH (n:Transaction) WHERE n.height >= $from DETACH DELETE n",
          "MATCH (n:Block) WHERE n.height >= $from DETACH DELETE n",
          // members that only those rings named
          """
          MATCH (n:Output)
          WHERE NOT EXISTS { (n)<-[:MEMBER]-() } AND NOT EXISTS { (n)<-[:CREATES]-() }
          DETACH DELETE n
          """);

  private OrphanedNeighbours() {}

  /** Removes every block that the tables do not have, with all above it. */
  static void remove(TransactionContext transaction, SqlSession session) {
    Map<Long, String> there = new HashMap<>();
    transaction
        .run("MATCH (b:Block) RETURN b.height AS height, b.hash AS hash")
        .forEachRemaining(row -> there.put(row.get("height").asLong(), row.get("hash").asString()));
    Map<Long, String> orphaned = new HashMap<>(there);
    for (BlockRow row :
        new TableLookUp(session).some(BlockRow.TABLE, "height", BlockRow::height, there.keySet())) {
      orphaned.remove(row.height(), row.hash().toString());
    }
    orphaned.keySet().stream()
        .min(Long::compare)
        .ifPresent(
            lowest ->
                STATEMENTS.forEach(
                    statement -> transaction.run(statement, Map.of("from", lowest)).consume()));
  }
}
