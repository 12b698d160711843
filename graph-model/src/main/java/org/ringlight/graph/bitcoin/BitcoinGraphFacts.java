package org.ringlight.graph.bitcoin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.ringlight.graph.verify.Facts;

/** What the graph says of a range of Bitcoin's heights. */
final class BitcoinGraphFacts {

  private static final String BLOCKS =
      """
      MATCH (b:BtcBlock) WHERE $from <= b.height <= $to
      RETURN b.height AS height, properties(b) AS node,
        COUNT { (b)<-[:NEXT]-(:BtcBlock {height: b.height - 1}) } AS after,
        COUNT { (b)<-[:NEXT]-() } AS all
      """;

  private static final String TRANSACTIONS =
      """
      MATCH (b:BtcBlock)-[:CONTAINS]->(t:BtcTransaction) WHERE $from <= b.height <= $to
      RETURN b.height AS height, properties(t) AS node,
        COLLECT {
          MATCH (t)-[:CREATES]->(o:BtcOutput)
          RETURN {
            node: properties(o),
            locks: COLLECT { MATCH (o)-[:LOCKED_TO]->(a:Address) RETURN properties(a) }
          }
        } AS outputs,
        COLLECT {
          MATCH (t)-[s:SPENDS]->(o:BtcOutput)
          RETURN {
            spends: properties(s),
            index: o.index,
            isOlder: EXISTS { (o)<-[:CREATES]-(c) WHERE c.height IS NULL },
            creators: COLLECT {
              MATCH (o)<-[:CREATES]-(c:BtcTransaction)
              RETURN CASE WHEN c.height IS NULL THEN properties(c) ELSE {hash: c.hash} END
            },
            node: properties(o),
            locks: COLLECT { MATCH (o)-[:LOCKED_TO]->(a:Address) RETURN properties(a) }
          }
        } AS inputs
      """;

  private BitcoinGraphFacts() {}

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
                    BitcoinTableFacts.links(row.get("after").asLong(), row.get("all").asLong())));
    transaction.run(TRANSACTIONS, range).forEachRemaining(row -> add(facts, row));
    return facts;
  }

  private static void add(Facts facts, Record row) {
    List<String> inputs = row.get("inputs").asList(BitcoinGraphFacts::input);
    facts.transaction(
        row.get("height").asLong(),
        row.get("node").asMap(),
        row.get("outputs").asList(BitcoinGraphFacts::output),
        inputs);
    facts.counts().add(BitcoinTableFacts.INPUTS, inputs.size());
  }

  private static String output(Value output) {
    return Facts.text(output.get("node").asMap())
        + output.get("locks").asList(lock -> Facts.text(lock.asMap())).stream()
            .sorted()
            .map(BitcoinTableFacts::lockedTo)
            .collect(Collectors.joining());
  }

  private static String input(Value input) {
    String creators =
        input.get("creators").asList(creator -> Facts.text(creator.asMap())).stream()
            .sorted()
            .collect(Collectors.joining(" and "));
    return BitcoinTableFacts.input(
        input.get("spends").asMap(),
        creators,
        input.get("isOlder").asBoolean()
            ? output(input)
            : "index=" + input.get("index").asObject());
  }
}
