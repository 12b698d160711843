package org.ringlight.graph.bitcoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.ringlight.lake.Snapshot;

/**
 * Writes a block anew. What later blocks spend of it is spent again after: where that was not right
 * either, those blocks are mended later.
 */
final class BlockMending {

  /** What stands at the height, and whatever has an id that belongs there and nowhere else. */
  private static final String THERE =
      """
      CALL () {
        MATCH (:BtcBlock {height: $height})-[:CONTAINS]->(t:BtcTransaction) RETURN t
        UNION
        UNWIND $hashes AS hash
        MATCH (t:BtcTransaction {hash: hash})
        WHERE NOT EXISTS { (t)<-[:CONTAINS]-(:BtcBlock) } RETURN t
      }
      """;

  private static final String SPENT_LATER =
      THERE
          + """
          WITH collect(t) AS there
          UNWIND there AS t
          MATCH (t)-[:CREATES]->(o:BtcOutput)<-[s:SPENDS]-(by:BtcTransaction)
          WHERE NOT by IN there
          RETURN by.hash AS by, t.hash AS of, o.index AS index, properties(s) AS properties
          """;

  private static final List<String> REMOVAL =
      List.of(
          THERE
              + """
              MATCH (t)-[:SPENDS]->(n:BtcOutput)<-[:CREATES]-(c:BtcTransaction)
              WHERE c.height IS NULL
              DETACH DELETE n
              """,
          """
          UNWIND $older AS o
          MATCH (c:BtcTransaction {hash: o.hash})-[:CREATES]->(n:BtcOutput {index: o.index})
          WHERE c.height IS NULL
          DETACH DELETE n
          """,
          THERE + "MATCH (t)-[:CREATES]->(n:BtcOutput) DETACH DELETE n",
          THERE + "DETACH DELETE t",
          "MATCH (n:BtcBlock {height: $height}) DETACH DELETE n",
          "MATCH (n:BtcBlock) WHERE n.hash IN $blockHashes DETACH DELETE n");

  private final Snapshot tables;
  private final OlderSpent older;

  BlockMending(Snapshot tables, OlderSpent older) {
    this.tables = tables;
    this.older = older;
  }

  void mend(TransactionContext transaction, long height, String where) {
    List<BitcoinBlock> one = new ArrayList<>();
    try (BitcoinBlocks blocks = new BitcoinBlocks(tables, height, height)) {
      blocks.forEachRemaining(one::add);
    }
    List<Object> hashes = new ArrayList<>();
    List<Object> blockHashes = new ArrayList<>();
    List<Object> olderOutputs = new ArrayList<>();
    for (BitcoinBlock block : one) {
      blockHashes.add(block.block().hash().toString());
      block.transactions().forEach(row -> hashes.add(row.hash().toString()));
      block.inputs().stream()
          .filter(older::isOlder)
          .forEach(
              row ->
                  olderOutputs.add(
                      Map.of("hash", row.previousTx().toString(), "index", row.previousIndex())));
    }
    Map<String, Object> names =
        Map.of(
            "height", height,
            "hashes", hashes,
            "blockHashes", blockHashes,
            "older", olderOutputs);
    List<Object> spentLater =
        new ArrayList<>(transaction.run(SPENT_LATER, names).list(row -> row.asMap()));
    REMOVAL.forEach(statement -> transaction.run(statement, names).consume());
    if (!one.isEmpty()) {
      BitcoinBatch.of(one, older, new Addresses(tables)).write(transaction, where);
      BitcoinBatch.spend(transaction, spentLater);
      transaction
          .run(
              "MATCH (b:BtcBlock {height: $height}), (after:BtcBlock {height: $height + 1})"
                  + " MERGE (b)-[:NEXT]->(after)",
              names)
          .consume();
    }
  }
}
