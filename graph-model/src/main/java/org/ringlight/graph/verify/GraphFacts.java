package org.ringlight.graph.verify;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What the graph says of a range of heights. */
final class GraphFacts {

  private static final String BLOCKS =
      """
      MATCH (b:Block) WHERE $from <= b.height <= $to
      RETURN b.height AS height, properties(b) AS node,
        COUNT { (b)<-[:NEXT]-(:Block {height: b.height - 1}) } AS after,
        COUNT { (b)<-[:NEXT]-() } AS all
      """;

  private static final String TRANSACTIONS =
      """
      MATCH (b:Block)-[:CONTAINS]->(t:Transaction) WHERE $from <= b.height <= $to
      RETURN b.height AS height, properties(t) AS node,
        COLLECT { MATCH (t)-[:CREATES]->(o:Output) RETURN properties(o) } AS outputs,
        COLLECT {
          MATCH (t)-[:HAS_RING]->(r:Ring)
          RETURN {
            node: properties(r),
            members: COLLECT {
              MATCH (r)-[m:MEMBER]->(o:Output)
              WITH m.position AS position, o.indexSpace AS space, o.amountIndex AS index
              ORDER BY position, space, index
              RETURN [position, space, index]
            }
          }
        } AS rings
      """;

  private GraphFacts() {}

  static Facts read(TransactionContext transaction, long from, long to) {
    Facts facts = new Facts();
    Map<String, Object> range = Map.of("from", from, "to", to);
    transaction
        .run(BLOCKS, range)
        .forEachRemaining(
            row ->
                facts.block(
                    row.get("height").asLong(),
                    row.get("node").asMap(),
                    links(row.get("after").asLong(), row.get("all").asLong())));
    transaction.run(TRANSACTIONS, range).forEachRemaining(row -> add(facts, row));
    return facts;
  }

  private static String links(long after, long all) {
    return after == all ? "after " + after : "after " + after + " of " + all;
  }

  private static void add(Facts facts, Record row) {
    facts.transaction(
        row.get("height").asLong(),
        row.get("node").asMap(),
        row.get("outputs").asList(output -> Facts.text(output.asMap())),
        row.get("rings").asList(GraphFacts::ring));
  }

  private static String ring(Value ring) {
    StringBuilder text = new StringBuilder(Facts.text(ring.get("node").asMap()));
    List<List<Object>> members = ring.get("members").asList(Value::asList);
    for (List<Object> member : members) {
      text.append(' ').append(member.get(0)).append('=').append(member.get(1));
      text.append(':').append(member.get(2));
    }
    return text.toString();
  }
}
