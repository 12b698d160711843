package org.ringlight.graph.bitcoin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.DataInvalid;
import org.ringlight.graph.load.Batch;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;

/**
 * Blocks of Bitcoin as they are sent.
 *
 * @param addresses properties of each address that an output here is locked to
 * @param older outputs from before the graph's first block that are spent here: {@code {hash, node,
 *     address}}
 * @param blocks nested: {@code {node, transactions: [{node, outputs: [{node, address}]}]}}
 * @param spends {@code {by, of, index, properties}}, one for each input
 */
record BitcoinBatch(
    long from,
    long to,
    String tipHash,
    List<Object> addresses,
    List<Object> older,
    List<Object> blocks,
    List<Object> spends)
    implements Batch {

  private static final String ADDRESSES =
      """
      UNWIND $addresses AS a
      MERGE (address:Address {address: a.address})
      SET address = a
      """;

  private static final String OLDER =
      """
      UNWIND $older AS o
      MERGE (tx:BtcTransaction {hash: o.hash})
      FOREACH (one IN CASE WHEN tx.height IS NULL THEN [1] ELSE [] END | SET tx = {hash: o.hash})
      CREATE (tx)-[:CREATES]->(output:BtcOutput) SET output = o.node
      FOREACH (a IN CASE WHEN o.address IS NULL THEN [] ELSE [o.address] END |
        MERGE (address:Address {address: a})
        CREATE (output)-[:LOCKED_TO]->(address))
      """;

  private static final String BLOCKS =
      """
      UNWIND $blocks AS b
      CREATE (block:BtcBlock) SET block = b.node
      WITH b, block
      UNWIND b.transactions AS t
      CREATE (block)-[:CONTAINS]->(tx:BtcTransaction) SET tx = t.node
      WITH tx, t
      UNWIND t.outputs AS o
      CREATE (tx)-[:CREATES]->(output:BtcOutput) SET output = o.node
      FOREACH (a IN CASE WHEN o.address IS NULL THEN [] ELSE [o.address] END |
        MERGE (address:Address {address: a})
        CREATE (output)-[:LOCKED_TO]->(address))
      """;

  private static final String NEXT =
      """
      UNWIND range($from, $to) AS height
      MATCH (before:BtcBlock {height: height - 1}), (block:BtcBlock {height: height})
      CREATE (before)-[:NEXT]->(block)
      """;

  /**
   * Two early coinbases have the ids of others (BIP 30): of two transactions with one id only the
   * later one's outputs can be spent.
   */
  private static final String SPENDS =
      """
      UNWIND $spends AS s
      MATCH (by:BtcTransaction {hash: s.by})
      CALL (s) {
        MATCH (of:BtcTransaction {hash: s.of})
        RETURN of ORDER BY coalesce(of.height, -1) DESC LIMIT 1
      }
      MATCH (of)-[:CREATES]->(output:BtcOutput {index: s.index})
      CREATE (by)-[spends:SPENDS]->(output) SET spends = s.properties
      RETURN count(*) AS spends
      """;

  static BitcoinBatch of(List<BitcoinBlock> blocks, OlderSpent older, Addresses lookUp) {
    List<BitcoinOutputRow> outputs = new ArrayList<>();
    List<BitcoinInputRow> olderInputs = new ArrayList<>();
    for (BitcoinBlock block : blocks) {
      outputs.addAll(block.outputs());
      block.inputs().stream().filter(older::isOlder).forEach(olderInputs::add);
    }
    Map<Long, BitcoinAddressRow> found = lookUp.of(outputs, olderInputs);
    List<Object> nested = new ArrayList<>();
    List<Object> spends = new ArrayList<>();
    for (BitcoinBlock block : blocks) {
      nested.add(nested(block, found));
      Map<Long, String> hashes = new HashMap<>();
      block.transactions().forEach(row -> hashes.put(row.txId(), row.hash().toString()));
      for (BitcoinInputRow input : block.inputs()) {
        spends.add(
            Map.of(
                "by", hashes.getOrDefault(input.txId(), ""),
                "of", input.previousTx().toString(),
                "index", input.previousIndex(),
                "properties", BitcoinNodes.of(input)));
      }
    }
    List<Object> olderOutputs = new ArrayList<>();
    for (BitcoinInputRow input : olderInputs) {
      Map<String, Object> output = new HashMap<>();
      output.put("hash", input.previousTx().toString());
      output.put("node", BitcoinNodes.spent(input));
      Long address = input.addressId();
      output.put("address", address == null ? null : Addresses.named(found, address).address());
      olderOutputs.add(output);
    }
    BitcoinBlock last = blocks.get(blocks.size() - 1);
    return new BitcoinBatch(
        blocks.get(0).block().height(),
        last.block().height(),
        last.block().hash().toString(),
        found.values().stream().map(row -> (Object) BitcoinNodes.of(row)).toList(),
        olderOutputs,
        nested,
        spends);
  }

  private static Map<String, Object> nested(
      BitcoinBlock block, Map<Long, BitcoinAddressRow> addresses) {
    Map<Long, List<Object>> outputs = new HashMap<>();
    for (BitcoinOutputRow row : block.outputs()) {
      Map<String, Object> output = new HashMap<>();
      output.put("node", BitcoinNodes.of(row));
      Long address = row.addressId();
      output.put("address", address == null ? null : Addresses.named(addresses, address).address());
      outputs.computeIfAbsent(row.txId(), id -> new ArrayList<>()).add(output);
    }
    List<Object> transactions = new ArrayList<>();
    for (BitcoinTransactionRow row : block.transactions()) {
      transactions.add(
          Map.of(
              "node",
              BitcoinNodes.of(row),
              "outputs",
              outputs.getOrDefault(row.txId(), List.of())));
    }
    return Map.of("node", BitcoinNodes.of(block.block()), "transactions", transactions);
  }

  @Override
  public void write(TransactionContext transaction, String where) {
    transaction.run(ADDRESSES, Map.of("addresses", addresses)).consume();
    if (!older.isEmpty()) {
      transaction.run(OLDER, Map.of("older", older)).consume();
    }
    transaction.run(BLOCKS, Map.of("blocks", blocks)).consume();
    transaction.run(NEXT, Map.of("from", from, "to", to)).consume();
    long created = spend(transaction, spends);
    if (created != spends.size()) {
      throw new DataInvalid(
          "of " + spends.size() + " inputs only " + created + " spend an output the graph has",
          where + ", bitcoin heights " + from + " to " + to,
          "run ringlight graph verify --repair, then load again");
    }
  }

  /**
   * Makes the relationships of inputs.
   *
   * @return how many found what they spend
   */
  static long spend(TransactionContext transaction, List<Object> spends) {
    return spends.isEmpty()
        ? 0
        : transaction.run(SPENDS, Map.of("spends", spends)).single().get("spends").asLong();
  }
}
