package org.ringlight.graph.bitcoin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.Comparison;
import org.ringlight.graph.verify.Counts;
import org.ringlight.graph.verify.Differences;
import org.ringlight.graph.verify.Facts;
import org.ringlight.graph.verify.Totals;
import org.ringlight.lake.Snapshot;

/** Bitcoin's blocks. */
final class BitcoinComparison implements Comparison {

  static final List<String> LABELS = List.of("BtcBlock", "BtcTransaction", "BtcOutput", "Address");

  static final Map<String, String> TYPES =
      Map.of(
          "NEXT", "BtcBlock",
          "CONTAINS", "BtcBlock",
          "CREATES", "BtcTransaction",
          "SPENDS", "BtcTransaction",
          "LOCKED_TO", "BtcOutput");

  private static final List<String> STRAYS =
      List.of(
          "MATCH (n:BtcBlock) WHERE n.height < $from OR n.height > $to",
          "MATCH (n:BtcTransaction) WHERE n.height IS NOT NULL"
              + " AND NOT EXISTS { (n)<-[:CONTAINS]-(:BtcBlock) }",
          "MATCH (n:BtcOutput) WHERE NOT EXISTS { (n)<-[:CREATES]-(:BtcTransaction) }",
          "MATCH (n:BtcOutput)<-[:CREATES]-(c:BtcTransaction) WHERE c.height IS NULL"
              + " AND NOT EXISTS { (n)<-[:SPENDS]-(:BtcTransaction) }",
          "MATCH (n:BtcTransaction) WHERE n.height IS NULL"
              + " AND NOT EXISTS { (n)-[:CREATES]->(:BtcOutput) }",
          "MATCH (n:Address) WHERE NOT EXISTS { (n)<-[:LOCKED_TO]-(:BtcOutput) }");

  private final Snapshot tables;
  private final GraphState state;
  private final OlderSpent older;
  private final BitcoinTableFacts facts;

  BitcoinComparison(Snapshot tables, GraphState state) {
    this.tables = tables;
    this.state = state;
    this.older = OlderSpent.before(tables, state.fromHeight());
    this.facts = new BitcoinTableFacts(tables, older::isOlder);
  }

  @Override
  public Facts inTables(long from, long to) {
    Facts range = new Facts();
    try (BitcoinBlocks blocks = new BitcoinBlocks(tables, from, to)) {
      while (blocks.hasNext()) {
        BitcoinBlock block = blocks.next();
        facts.add(range, block, block.block().height() > state.fromHeight());
      }
    }
    return range;
  }

  @Override
  public Facts inGraph(TransactionContext transaction, long from, long to) {
    return BitcoinGraphFacts.read(transaction, from, to);
  }

  @Override
  public void rest(GraphConnection graph, Counts counts, Differences found) {
    long links = Math.max(0, counts.blocks() - 1);
    found.compare(totals(counts, facts, links), Totals.inGraph(graph, LABELS, TYPES));
    counts.add("addresses", facts.addresses());
  }

  /** How much of each kind there should be. */
  static Map<String, Long> totals(Counts counts, BitcoinTableFacts facts, long links) {
    Map<String, Long> totals = new LinkedHashMap<>();
    long outputs = counts.of("outputs") + facts.olderOutputs();
    totals.put(":BtcBlock", counts.blocks());
    totals.put(":BtcTransaction", counts.of("transactions") + facts.olderTransactions());
    totals.put(":BtcOutput", outputs);
    totals.put(":Address", facts.addresses());
    totals.put("[:NEXT]", links);
    totals.put("[:CONTAINS]", counts.of("transactions"));
    totals.put("[:CREATES]", outputs);
    totals.put("[:SPENDS]", counts.of(BitcoinTableFacts.INPUTS));
    totals.put("[:LOCKED_TO]", facts.locked());
    TYPES.keySet().forEach(type -> totals.put(Totals.foreign(type), 0L));
    return totals;
  }

  @Override
  public void mendRest(TransactionContext transaction) {
    // all that is of no block is a stray
  }

  @Override
  public void mend(TransactionContext transaction, long height, String where) {
    new BlockMending(tables, older).mend(transaction, height, where);
  }

  @Override
  public List<String> strays() {
    return STRAYS;
  }
}
