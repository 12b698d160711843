package org.ringlight.graph.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.Batch;
import org.ringlight.graph.load.ChainBlock;
import org.ringlight.graph.load.ChainBlocks;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.OlderMembers;
import org.ringlight.graph.load.Parameters;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;

/**
 * Makes a graph equal to the tables where a check found that it is not: the blocks concerned are
 * written anew, one in each transaction, from the lowest up; what belongs to no block goes. Outputs
 * that are right stay, so that later rings keep them. Run again, it goes on.
 */
public final class Repair {

  private static final List<String> STRAYS =
      List.of(
          "MATCH (n:Block) WHERE n.height < $from OR n.height > $to",
          "MATCH (n:Transaction) WHERE NOT EXISTS { (n)<-[:CONTAINS]-(:Block) }",
          "MATCH (n:Ring) WHERE NOT EXISTS { (n)<-[:HAS_RING]-(:Transaction) }",
          "MATCH (n:Output) WHERE n.height >= $from"
              + " AND NOT EXISTS { (n)<-[:CREATES]-(:Transaction) }",
          "MATCH (n:Output) WHERE n.height < $from AND NOT EXISTS { (n)<-[:MEMBER]-(:Ring) }",
          "MATCH (n:Output) WHERE n.height IS NULL");

  private final GraphConnection graph;
  private final Snapshot tables;

  private Repair(GraphConnection graph, Snapshot tables) {
    this.graph = graph;
    this.tables = tables;
  }

  /**
   * Checks, repairs what differs, and checks again.
   *
   * @return what the last check found
   */
  public static GraphReport run(
      GraphConnection graph, Snapshot tables, ChainIdentity chain, LongConsumer checked) {
    GraphVerify before = new GraphVerify(graph, tables, chain, checked);
    GraphReport found = before.check();
    if (found.isClean()) {
      return found;
    }
    GraphState state = before.state();
    if (state.kind() == GraphState.Kind.NEIGHBOURHOODS) {
      throw new ConfigurationInvalid(
          "neighbourhoods are not repaired in place; " + found.differing() + " differences",
          graph.address().uri(),
          "empty the graph (ringlight graph load --anew, or drop it) and expand again");
    }
    Repair repair = new Repair(graph, tables);
    OlderMembers older = new OlderMembers(tables, state.fromHeight());
    graph.write(
        transaction -> {
          repair.hold(transaction, state);
          Batch.writeOlder(transaction, before.wrongOlder());
          return true;
        });
    for (long height : before.heights()) {
      repair.block(height, state, older);
    }
    repair.removeStrays(state);
    GraphReport left = new GraphVerify(graph, tables, chain, checked).check();
    return new GraphReport(
        left.fromHeight(),
        left.toHeight(),
        left.tables(),
        left.digest(),
        left.differences(),
        left.differing(),
        before.heights().size());
  }

  /** Takes the lock that loads take, and refuses where one moved the tip meanwhile. */
  private void hold(TransactionContext transaction, GraphState state) {
    state.moveTip(transaction, state.tipHeight(), state.tipHash(), graph.address().uri());
  }

  private void block(long height, GraphState state, OlderMembers older) {
    try (ChainBlocks blocks = new ChainBlocks(tables, height, height)) {
      List<ChainBlock> one = new ArrayList<>();
      blocks.forEachRemaining(one::add);
      String where = graph.address().uri();
      graph.write(
          transaction -> {
            hold(transaction, state);
            remove(transaction, height, one);
            if (!one.isEmpty()) {
              Batch.of(one, older.of(one)).writeOver(transaction, where);
              transaction
                  .run(
                      "MATCH (b:Block {height: $height}), (after:Block {height: $height + 1})"
                          + " MERGE (b)-[:NEXT]->(after)",
                      Map.of("height", height))
                  .consume();
            }
            return state;
          });
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

  private void removeStrays(GraphState state) {
    Map<String, Object> range = Map.of("from", state.fromHeight(), "to", state.tipHeight());
    for (String stray : STRAYS) {
      graph.write(
          transaction -> {
            hold(transaction, state);
            return transaction.run(stray + " DETACH DELETE n", range).consume();
          });
    }
  }
}
