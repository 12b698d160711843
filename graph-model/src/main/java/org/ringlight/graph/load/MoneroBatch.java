package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.DataInvalid;

/**
 * Blocks of Monero as they are sent.
 *
 * @param older outputs from before the graph's first block that the rings name
 * @param blocks nested as {@link Parameters#nested}
 * @param rings as {@link Parameters#members}
 * @param members how many memberships the rings have
 */
public record MoneroBatch(
    long from,
    long to,
    String tipHash,
    List<Object> older,
    List<Object> blocks,
    List<Object> rings,
    long members)
    implements Batch {

  /** As {@link #BLOCKS}, where outputs may be there already. */
  private static final String BLOCKS_OVER =
      """
      UNWIND $blocks AS b
      CREATE (block:Block) SET block = b.node
      WITH b, block
      UNWIND b.transactions AS t
      CREATE (block)-[:CONTAINS]->(tx:Transaction) SET tx = t.node
      FOREACH (o IN t.outputs |
        MERGE (output:Output {indexSpace: o.indexSpace, amountIndex: o.amountIndex})
        SET output = o
        CREATE (tx)-[:CREATES]->(output))
      FOREACH (r IN t.rings | CREATE (tx)-[:HAS_RING]->(ring:Ring) SET ring = r)
      """;

  private static final String OLDER =
      """
      UNWIND $older AS o
      MERGE (output:Output {indexSpace: o.indexSpace, amountIndex: o.amountIndex})
      SET output = o
      """;

  private static final String BLOCKS =
      """
      UNWIND $blocks AS b
      CREATE (block:Block) SET block = b.node
      WITH b, block
      UNWIND b.transactions AS t
      CREATE (block)-[:CONTAINS]->(tx:Transaction) SET tx = t.node
      FOREACH (o IN t.outputs | CREATE (tx)-[:CREATES]->(output:Output) SET output = o)
      FOREACH (r IN t.rings | CREATE (tx)-[:HAS_RING]->(ring:Ring) SET ring = r)
      """;

  private static final String NEXT =
      """
      UNWIND range($from, $to) AS height
      MATCH (before:Block {height: height - 1}), (block:Block {height: height})
      CREATE (before)-[:NEXT]->(block)
      """;

  private static final String MEMBERS =
      """
      UNWIND $rings AS r
      MATCH (ring:Ring {keyImage: r.keyImage})
      UNWIND range(0, size(r.members) - 1) AS position
      MATCH (output:Output {indexSpace: r.indexSpace, amountIndex: r.members[position]})
      CREATE (ring)-[:MEMBER {position: position}]->(output)
      RETURN count(*) AS members
      """;

  public static MoneroBatch of(List<ChainBlock> blocks, List<Object> older) {
    List<Object> nested = new ArrayList<>();
    List<Object> rings = new ArrayList<>();
    long members = 0;
    for (ChainBlock block : blocks) {
      nested.add(Parameters.nested(block));
      for (var ring : block.rings()) {
        rings.add(Parameters.members(ring));
        members += ring.members().length;
      }
    }
    ChainBlock last = blocks.get(blocks.size() - 1);
    return new MoneroBatch(
        blocks.get(0).block().height(),
        last.block().height(),
        last.block().hash().toString(),
        older,
        nested,
        rings,
        members);
  }

  /** Writes outputs from before the graph's first block, or puts them right. */
  public static void writeOlder(TransactionContext transaction, List<Object> older) {
    if (!older.isEmpty()) {
      transaction.run(OLDER, Map.of("older", older)).consume();
    }
  }

  @Override
  public void write(TransactionContext transaction, String where) {
    write(transaction, where, BLOCKS);
  }

  /** As {@link #write}, where the outputs may be there already, and are then put right. */
  public void writeOver(TransactionContext transaction, String where) {
    write(transaction, where, BLOCKS_OVER);
  }

  private void write(TransactionContext transaction, String where, String statement) {
    writeOlder(transaction, older);
    transaction.run(statement, Map.of("blocks", blocks)).consume();
    transaction.run(NEXT, Map.of("from", from, "to", to)).consume();
    long created =
        rings.isEmpty()
            ? 0
            : transaction.run(MEMBERS, Map.of("rings", rings)).single().get("members").asLong();
    if (created != members) {
      throw new DataInvalid(
          "of " + members + " ring members only " + created + " are outputs the graph has",
          where + ", heights " + from + " to " + to,
          "run ringlight graph verify --repair, then load again");
    }
  }
}
