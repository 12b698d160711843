package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.neo4j.driver.TransactionContext;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;

/** Monero: blocks, transactions, rings and outputs. */
public enum MoneroProjection implements Projection {
  /** The one. */
  MONERO;

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

  @Override
  public Namespace namespace() {
    return Namespace.XMR;
  }

  @Override
  public String chainName() {
    return "monero";
  }

  @Override
  public String graphName() {
    return GraphState.MONERO;
  }

  @Override
  public String blockLabel() {
    return "Block";
  }

  @Override
  public List<String> runKinds() {
    return List.of("findings");
  }

  @Override
  public OptionalLong lowestHeight(Snapshot tables) {
    return tables.lowestHeight(BlockRow.TABLE);
  }

  @Override
  public List<BlockName> blocks(Snapshot tables, long from, long to) {
    List<BlockName> names = new ArrayList<>();
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, from, to)) {
      rows.forEachRemaining(row -> names.add(new BlockName(row.height(), row.hash().toString())));
    }
    return names;
  }

  @Override
  public Batches batches(Snapshot tables, long graphFrom, long from, long to) {
    return new MoneroBatches(tables, graphFrom, from, to);
  }

  @Override
  public long remove(TransactionContext transaction, List<Long> heights, long fromHeight) {
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

  @Override
  public int removedAtOnce() {
    return 10;
  }
}
