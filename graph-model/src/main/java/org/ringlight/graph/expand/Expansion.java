package org.ringlight.graph.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.MoneroProjection;
import org.ringlight.graph.load.Parameters;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;

/** Brings neighbourhoods of Monero into a graph, as {@link Neighbours} does. */
public final class Expansion {

  private static final List<String> STATEMENTS =
      List.of(
          "UNWIND $blocks AS n MERGE (b:Block {height: n.height}) SET b = n",
          """
          UNWIND $blocks AS n
          MATCH (b:Block {height: n.height}), (before:Block {height: n.height - 1})
          MERGE (before)-[:NEXT]->(b)
          """,
          """
          UNWIND $blocks AS n
          MATCH (b:Block {height: n.height}), (after:Block {height: n.height + 1})
          MERGE (b)-[:NEXT]->(after)
          """,
          """
          UNWIND $transactions AS n
          MERGE (t:Transaction {hash: n.hash}) SET t = n
          WITH t
          MATCH (b:Block {height: t.height})
          MERGE (b)-[:CONTAINS]->(t)
          """,
          """
          UNWIND $outputs AS n
          MERGE (o:Output {indexSpace: n.indexSpace, amountIndex: n.amountIndex}) SET o = n
          """,
          """
          UNWIND $creates AS c
          MATCH (t:Transaction {hash: c.hash})
          MATCH (o:Output {indexSpace: c.indexSpace, amountIndex: c.amountIndex})
          MERGE (t)-[:CREATES]->(o)
          """,
          """
          UNWIND $rings AS r
          MATCH (t:Transaction {hash: r.hash})
          MERGE (ring:Ring {keyImage: r.node.keyImage}) SET ring = r.node
          MERGE (t)-[:HAS_RING]->(ring)
          WITH ring, r
          UNWIND range(0, size(r.members) - 1) AS position
          MATCH (o:Output {indexSpace: r.node.indexSpace, amountIndex: r.members[position]})
          MERGE (ring)-[:MEMBER {position: position}]->(o)
          """);

  private static final String CASE =
      """
      MERGE (c:Case {name: $name}) ON CREATE SET c.createdAt = $now
      WITH c
      CALL (c) {
        UNWIND $transactions AS n MATCH (t:Transaction {hash: n.hash}) MERGE (c)-[:HOLDS]->(t)
        RETURN count(*) AS held
        UNION ALL
        UNWIND $rings AS r MATCH (ring:Ring {keyImage: r.node.keyImage}) MERGE (c)-[:HOLDS]->(ring)
        RETURN count(*) AS held
        UNION ALL
        UNWIND $outputs AS n
        MATCH (o:Output {indexSpace: n.indexSpace, amountIndex: n.amountIndex})
        MERGE (c)-[:HOLDS]->(o)
        RETURN count(*) AS held
      }
      RETURN sum(held) AS held
      """;

  private final GraphConnection graph;
  private final SqlSession session;
  private final ChainIdentity chain;

  public Expansion(GraphConnection graph, SqlSession session, ChainIdentity chain) {
    this.graph = graph;
    this.session = session;
    this.chain = chain;
  }

  /**
   * Brings the neighbourhood of {@code seed}.
   *
   * @param inquiry the case that is to hold it
   * @return what it is
   * @throws ConfigurationInvalid where the seed is not in the tables, or the graph is of another
   *     chain, or of a branch that the tables no longer have; nothing is changed
   */
  public Neighbourhood run(Seed seed, Reach reach, Optional<String> inquiry) {
    return new Neighbours<>(
            MoneroProjection.MONERO,
            STATEMENTS,
            CASE,
            Expansion::parameters,
            transaction -> OrphanedNeighbours.remove(transaction, session))
        .bring(
            graph,
            chain,
            session.snapshot(Namespace.XMR).orElseThrow(),
            top ->
                Optional.of(NeighbourhoodSearch.find(session, seed, reach, top))
                    .filter(found -> !found.transactions().isEmpty()),
            inquiry);
  }

  private static Map<String, Object> parameters(Neighbourhood of) {
    Map<Long, String> hashes = new HashMap<>();
    of.transactions().forEach(row -> hashes.put(row.txId(), row.hash().toString()));
    List<Object> outputs = new ArrayList<>();
    List<Object> creates = new ArrayList<>();
    for (OutputRow output : of.outputs().values()) {
      outputs.add(Parameters.of(output));
      String creator = hashes.get(output.txId());
      if (creator != null) {
        creates.add(
            Map.of(
                "hash", creator,
                "indexSpace", output.indexSpace(),
                "amountIndex", output.amountIndex()));
      }
    }
    of.older().forEach(row -> outputs.add(Parameters.of(row)));
    List<Object> rings = new ArrayList<>();
    of.rings()
        .forEach(
            ring ->
                rings.add(
                    Map.of(
                        "hash", hashes.getOrDefault(ring.txId(), ""),
                        "node", Parameters.of(ring),
                        "members", ring.members())));
    return Map.of(
        "blocks", of.blocks().stream().map(Parameters::of).toList(),
        "transactions", of.transactions().stream().map(Parameters::of).toList(),
        "outputs", outputs,
        "creates", creates,
        "rings", rings);
  }
}
