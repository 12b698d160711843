package org.ringlight.graph.bitcoin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.neo4j.driver.TransactionContext;
import org.ringlight.graph.load.Batches;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.Projection;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.Namespace;

/** Bitcoin: blocks, transactions, outputs and addresses. */
public enum BitcoinProjection implements Projection {
  /** The one. */
  BITCOIN;

  private static final String CLAIMS =
      """
      UNWIND $heights AS height
      MATCH (:BtcBlock {height: height})-[:CONTAINS]->(t:BtcTransaction)
      CALL (t) {
        MATCH (t)<-[c:ON|HOLDS|SEES_COINJOIN]-() RETURN count(c) AS claims
        UNION ALL
        MATCH (t)-[:CREATES]->()<-[c:ON|HOLDS|TAINTS|GIVES_BACK]-() RETURN count(c) AS claims
      }
      RETURN coalesce(sum(claims), 0) AS claims
      """;

  /** Outputs of transactions from before the graph's first block, and what is locked to whom. */
  private static final String TOUCHED =
      """
      UNWIND $heights AS height
      MATCH (:BtcBlock {height: height})-[:CONTAINS]->(t:BtcTransaction)
      CALL (t) {
        MATCH (t)-[:CREATES]->(:BtcOutput)-[:LOCKED_TO]->(a:Address)
        RETURN a.address AS address, null AS older
        UNION ALL
        MATCH (t)-[:SPENDS]->(o:BtcOutput)<-[:CREATES]-(c:BtcTransaction) WHERE c.height IS NULL
        OPTIONAL MATCH (o)-[:LOCKED_TO]->(a:Address)
        RETURN a.address AS address, c.hash AS older
      }
      RETURN collect(DISTINCT address) AS addresses, collect(DISTINCT older) AS older
      """;

  private static final List<String> STATEMENTS =
      List.of(
          """
          UNWIND $heights AS height
          MATCH (:BtcBlock {height: height})-[:CONTAINS]->()-[:SPENDS]->(n:BtcOutput)
            <-[:CREATES]-(c:BtcTransaction)
          WHERE c.height IS NULL
          DETACH DELETE n
          """,
          """
          UNWIND $older AS hash
          MATCH (n:BtcTransaction {hash: hash})
          WHERE n.height IS NULL AND NOT EXISTS { (n)-[:CREATES]->() }
          DETACH DELETE n
          """,
          """
          UNWIND $heights AS height
          MATCH (:BtcBlock {height: height})-[:CONTAINS]->()-[:CREATES]->(n:BtcOutput)
          DETACH DELETE n
          """,
          """
          UNWIND $heights AS height
          MATCH (:BtcBlock {height: height})-[:CONTAINS]->(n:BtcTransaction)
          DETACH DELETE n
          """,
          """
          UNWIND $heights AS height
          MATCH (n:BtcBlock {height: height})
          DETACH DELETE n
          """);

  private static final String UNUSED =
      """
      UNWIND $addresses AS address
      MATCH (n:Address {address: address})
      WHERE NOT EXISTS { (n)<-[:LOCKED_TO]-() }
      WITH n, COUNT { (n)<-[:ON|HOLDS]-() } + COUNT { (n)-[:IN]->() } AS claims
      DETACH DELETE n
      RETURN coalesce(sum(claims), 0) AS claims
      """;

  @Override
  public Namespace namespace() {
    return Namespace.BTC;
  }

  @Override
  public String chainName() {
    return "bitcoin";
  }

  @Override
  public String graphName() {
    return GraphState.BITCOIN;
  }

  @Override
  public String blockLabel() {
    return "BtcBlock";
  }

  @Override
  public List<String> runKinds() {
    return List.of("clusters", "taint", "change", "coinjoins");
  }

  @Override
  public OptionalLong lowestHeight(Snapshot tables) {
    return tables.lowestHeight(BitcoinBlockRow.TABLE);
  }

  @Override
  public List<BlockName> blocks(Snapshot tables, long from, long to) {
    List<BlockName> names = new ArrayList<>();
    try (Rows<BitcoinBlockRow> rows = tables.scan(BitcoinBlockRow.TABLE, from, to)) {
      rows.forEachRemaining(row -> names.add(new BlockName(row.height(), row.hash().toString())));
    }
    return names;
  }

  @Override
  public Batches batches(Snapshot tables, long graphFrom, long from, long to) {
    return new BitcoinBatches(tables, graphFrom, from, to);
  }

  @Override
  public long remove(TransactionContext transaction, List<Long> heights, long fromHeight) {
    Map<String, Object> which = new HashMap<>(Map.of("heights", heights));
    long claims = transaction.run(CLAIMS, which).single().get("claims").asLong();
    which.putAll(transaction.run(TOUCHED, which).single().asMap());
    for (String statement : STATEMENTS) {
      transaction.run(statement, which).consume();
    }
    return claims + transaction.run(UNUSED, which).single().get("claims").asLong();
  }

  @Override
  public int removedAtOnce() {
    return 3;
  }
}
