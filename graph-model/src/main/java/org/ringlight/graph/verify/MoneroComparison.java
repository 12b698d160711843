package org.ringlight.graph.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.ringlight.graph.load.ChainBlock;
import org.ringlight.graph.load.ChainBlocks;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.MoneroBatch;
import org.ringlight.graph.load.OlderMembers;
import org.ringlight.graph.load.Parameters;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Snapshot;

/**
 * Monero's blocks, with the outputs from before the first. Outputs that are right stay where a
 * block is mended, so that later rings keep them.
 */
final class MoneroComparison implements Comparison {

  private static final List<String> STRAYS =
      List.of(
          "MATCH (n:Block) WHERE n.height < $from OR n.height > $to",
          "MATCH (n:Transaction) WHERE NOT EXISTS { (n)<-[:CONTAINS]-(:Block) }",
          "MATCH (n:Ring) WHERE NOT EXISTS { (n)<-[:HAS_RING]-(:Transaction) }",
          "MATCH (n:Output) WHERE n.height >= $from"
              + " AND NOT EXISTS { (n)<-[:CREATES]-(:Transaction) }",
          "MATCH (n:Output) WHERE n.height < $from AND NOT EXISTS { (n)<-[:MEMBER]-(:Ring) }",
          "MATCH (n:Output) WHERE n.height IS NULL");

  private final Snapshot tables;
  private final GraphState state;
  private final OlderMembers older;
  private final List<Object> wrongOlder = new ArrayList<>();

  MoneroComparison(Snapshot tables, GraphState state) {
    this.tables = tables;
    this.state = state;
    this.older = new OlderMembers(tables, state.fromHeight());
  }

  @Override
  public Facts inTables(long from, long to) {
    return TableFacts.read(tables, state.fromHeight(), from, to);
  }

  @Override
  public Facts inGraph(TransactionContext transaction, long from, long to) {
    return GraphFacts.read(transaction, from, to);
  }

  @Override
  public void rest(GraphConnection graph, Counts counts, Differences found) {
    OlderFacts facts = new OlderFacts(graph, state, tables);
    for (String name : facts.differences()) {
      found.add("older output " + name);
      facts.node(name).ifPresent(wrongOlder::add);
    }
    found.compare(
        Totals.of(counts, facts.count()), Totals.inGraph(graph, Totals.LABELS, Totals.TYPES));
  }

  @Override
  public void mendRest(TransactionContext transaction) {
    MoneroBatch.writeOlder(transaction, wrongOlder);
  }

  @Override
  public void mend(TransactionContext transaction, long height, String where) {
    List<ChainBlock> one = new ArrayList<>();
    try (ChainBlocks blocks = new ChainBlocks(tables, height, height)) {
      blocks.forEachRemaining(one::add);
    }
    remove(transaction, height, one);
    if (!one.isEmpty()) {
      MoneroBatch.of(one, older.of(one)).writeOver(transaction, where);
      transaction
          .run(
              "MATCH (b:Block {height: $height}), (after:Block {height: $height + 1})"
                  + " MERGE (b)-[:NEXT]->(after)",
              Map.of("height", height))
          .consume();
    }
  }

  /** Removes what stands at the height and whatever has a name that belongs there; no output. */
  private static void remove(TransactionContext transaction, long height, List<ChainBlock> one) {
    List<Object> hashes = new ArrayList<>();
    List<Object> images = new ArrayList<>();
    List<Object> blockHashes = new ArrayList<>();
    List<Object> outputs = new ArrayList<>();
    for (ChainBlock block : one) {
      blockHashes.add(block.block().hash().toString());
      block.transactions().forEach(row -> hashes.add(row.hash().toString()));
      block.rings().forEach(row -> images.add(row.keyImage().toString()));
      block.outputs().forEach(row -> outputs.add(Parameters.of(row)));
    }
    Map<String, Object> names =
        Map.of(
            "height", height,
            "hashes", hashes,
            "images", images,
            "blockHashes", blockHashes,
            "outputs", outputs);
    for (String statement :
        List.of(
            "MATCH (:Block {height: $height})-[:CONTAINS]->(t)-[:HAS_RING]->(n) DETACH DELETE n",
            "MATCH (n:Ring) WHERE n.keyImage IN $images DETACH DELETE n",
            // an output of another name that these transactions create is none of the tables'
            "MATCH (:Block {height: $height})-[:CONTAINS]->(t)-[:CREATES]->(n)"
                + " WHERE NOT [n.indexSpace, n.amountIndex]"
                + " IN [o IN $outputs | [o.indexSpace, o.amountIndex]]"
                + " AND NOT EXISTS { (n)<-[:CREATES]-(other) WHERE other <> t } DETACH DELETE n",
            "MATCH (:Block {height: $height})-[:CONTAINS]->(n) DETACH DELETE n",
            "MATCH (n:Transaction) WHERE n.hash IN $hashes DETACH DELETE n",
            "MATCH (n:Block {height: $height}) DETACH DELETE n",
            "MATCH (n:Block) WHERE n.hash IN $blockHashes DETACH DELETE n",
            "UNWIND $outputs AS o MATCH (n:Output {indexSpace: o.indexSpace,"
                + " amountIndex: o.amountIndex})<-[c:CREATES]-() DELETE c")) {
      transaction.run(statement, names).consume();
    }
  }

  @Override
  public List<String> strays() {
    return STRAYS;
  }
}
