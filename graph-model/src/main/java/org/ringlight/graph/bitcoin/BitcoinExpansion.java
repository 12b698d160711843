package org.ringlight.graph.bitcoin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.expand.Neighbours;
import org.ringlight.graph.expand.Reach;
import org.ringlight.graph.load.Projection.BlockName;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;

/** Brings neighbourhoods of Bitcoin into a graph, as {@link Neighbours} does. */
public final class BitcoinExpansion {

  private static final List<String> STATEMENTS =
      List.of(
          "UNWIND $addresses AS n MERGE (a:Address {address: n.address}) SET a = n",
          "UNWIND $blocks AS n MERGE (b:BtcBlock {height: n.height}) SET b = n",
          """
          UNWIND $blocks AS n
          MATCH (b:BtcBlock {height: n.height}), (before:BtcBlock {height: n.height - 1})
          MERGE (before)-[:NEXT]->(b)
          """,
          """
          UNWIND $blocks AS n
          MATCH (b:BtcBlock {height: n.height}), (after:BtcBlock {height: n.height + 1})
          MERGE (b)-[:NEXT]->(after)
          """,
          """
          UNWIND $transactions AS n
          MERGE (t:BtcTransaction {hash: n.hash}) SET t = n
          WITH t
          MATCH (b:BtcBlock {height: t.height})
          MERGE (b)-[:CONTAINS]->(t)
          """,
          """
          UNWIND $outputs AS n
          MERGE (t:BtcTransaction {hash: n.hash})
          MERGE (t)-[:CREATES]->(o:BtcOutput {index: n.node.index})
          SET o = n.node
          WITH o, n WHERE n.address IS NOT NULL
          MATCH (a:Address {address: n.address})
          MERGE (o)-[:LOCKED_TO]->(a)
          """,
          """
          UNWIND $spends AS s
          MATCH (by:BtcTransaction {hash: s.by})
          MATCH (:BtcTransaction {hash: s.of})-[:CREATES]->(o:BtcOutput {index: s.index})
          MERGE (by)-[r:SPENDS {inputIndex: s.properties.inputIndex}]->(o)
          SET r = s.properties
          """);

  private static final String CASE =
      """
      MERGE (c:Case {name: $name}) ON CREATE SET c.createdAt = $now
      WITH c
      CALL (c) {
        UNWIND $transactions AS n MATCH (t:BtcTransaction {hash: n.hash}) MERGE (c)-[:HOLDS]->(t)
        RETURN count(*) AS held
        UNION ALL
        UNWIND $outputs AS n
        MATCH (:BtcTransaction {hash: n.hash})-[:CREATES]->(o:BtcOutput {index: n.node.index})
        MERGE (c)-[:HOLDS]->(o)
        RETURN count(*) AS held
        UNION ALL
        UNWIND $addresses AS n MATCH (a:Address {address: n.address}) MERGE (c)-[:HOLDS]->(a)
        RETURN count(*) AS held
      }
      RETURN sum(held) AS held
      """;

  private final GraphConnection graph;
  private final Snapshot tables;
  private final ChainIdentity chain;

  public BitcoinExpansion(GraphConnection graph, Snapshot tables, ChainIdentity chain) {
    this.graph = graph;
    this.tables = tables;
    this.chain = chain;
  }

  /**
   * Brings the neighbourhood of {@code seed}.
   *
   * @param inquiry the case that is to hold it
   * @return what it is
   * @throws ConfigurationInvalid where the graph is of another chain, or the seed lies above its
   *     last height; nothing is changed
   */
  public BitcoinNeighbourhood run(BitcoinSeed seed, Reach reach, Optional<String> inquiry) {
    return new Neighbours<>(
            BitcoinProjection.BITCOIN,
            STATEMENTS,
            CASE,
            BitcoinExpansion::parameters,
            this::removeOrphaned)
        .bring(
            graph,
            chain,
            tables,
            top ->
                Optional.of(new BitcoinSearch(tables, reach, top).from(seed.txIds()))
                    .filter(found -> !found.transactions().isEmpty()),
            inquiry);
  }

  /** Removes what stands on blocks that the tables no longer have. */
  private void removeOrphaned(TransactionContext transaction) {
    List<BlockName> held =
        transaction
            .run("MATCH (b:BtcBlock) RETURN b.height AS height, b.hash AS hash ORDER BY height")
            .list(row -> new BlockName(row.get("height").asLong(), row.get("hash").asString("")));
    for (int i = 0; i < held.size(); i++) {
      BlockName block = held.get(i);
      if (!BitcoinProjection.BITCOIN
          .hash(tables, block.height())
          .equals(Optional.of(block.hash()))) {
        List<Long> above = held.subList(i, held.size()).stream().map(BlockName::height).toList();
        BitcoinProjection.BITCOIN.remove(transaction, above, 0);
        return;
      }
    }
  }

  private static Map<String, Object> parameters(BitcoinNeighbourhood of) {
    Map<Long, String> hashes = new HashMap<>();
    of.transactions().forEach(row -> hashes.put(row.txId(), row.hash().toString()));
    List<Object> outputs = new ArrayList<>();
    List<Object> spends = new ArrayList<>();
    for (BitcoinInputRow input : of.inputs()) {
      String creator = input.previousTx().toString();
      outputs.add(output(creator, BitcoinNodes.spent(input), input.addressId(), of));
      spends.add(
          Map.of(
              "by", hashes.getOrDefault(input.txId(), ""),
              "of", creator,
              "index", input.previousIndex(),
              "properties", BitcoinNodes.of(input)));
    }
    for (BitcoinOutputRow output : of.outputs()) {
      String creator = hashes.getOrDefault(output.txId(), "");
      outputs.add(output(creator, BitcoinNodes.of(output), output.addressId(), of));
    }
    return Map.of(
        "blocks", of.blocks().stream().map(BitcoinNodes::of).toList(),
        "transactions", of.transactions().stream().map(BitcoinNodes::of).toList(),
        "addresses", of.addresses().values().stream().map(BitcoinNodes::of).toList(),
        "outputs", outputs,
        "spends", spends);
  }

  private static Map<String, Object> output(
      String creator, Map<String, Object> node, @Nullable Long address, BitcoinNeighbourhood of) {
    Map<String, Object> output = new HashMap<>();
    output.put("hash", creator);
    output.put("node", node);
    output.put(
        "address", address == null ? null : Addresses.named(of.addresses(), address).address());
    return output;
  }
}
