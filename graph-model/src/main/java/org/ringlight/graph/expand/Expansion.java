package org.ringlight.graph.expand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.MoneroProjection;
import org.ringlight.graph.load.Parameters;
import org.ringlight.graph.load.StaleRuns;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;

/**
 * Brings neighbourhoods into a graph, each in one transaction; what is there already stays. In a
 * graph of the whole chain there is nothing to bring, and only the case is made.
 */
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
    String where = graph.address().uri();
    Snapshot tables = session.snapshot(Namespace.XMR).orElseThrow();
    Optional<GraphState> found = GraphState.read(graph);
    found.ifPresent(state -> state.require(chain, where));
    boolean whole = found.filter(s -> s.kind() == GraphState.Kind.CHAIN).isPresent();
    long top = whole ? found.get().tipHeight() : tables.tip().height();
    Neighbourhood neighbourhood = NeighbourhoodSearch.find(session, seed, reach, top);
    if (neighbourhood.transactions().isEmpty()) {
      throw new ConfigurationInvalid(
          "the seed lies above the graph's last height, " + top,
          where,
          "bring the graph to the tables' tip first: ringlight graph load");
    }
    if (!whole) {
      Migrations.apply(graph);
    }
    Map<String, Object> parameters = parameters(neighbourhood);
    graph.write(
        transaction -> {
          Optional<GraphState> now = GraphState.read(transaction, GraphState.MONERO, where);
          if (!now.map(GraphState::kind).equals(found.map(GraphState::kind))) {
            throw new ConfigurationInvalid(
                "another program began to fill this graph", where, "run it again");
          }
          if (!whole) {
            OrphanedNeighbours.remove(transaction, session);
            StaleRuns.retire(transaction, MoneroProjection.MONERO, tables);
            bring(transaction, parameters, tables);
          }
          inquiry.ifPresent(name -> hold(transaction, parameters, name));
          return true;
        });
    return neighbourhood;
  }

  private void bring(
      TransactionContext transaction, Map<String, Object> parameters, Snapshot tables) {
    GraphState state =
        MoneroProjection.MONERO
            .empty(chain, GraphState.Kind.NEIGHBOURHOODS, 0)
            .at(tables.tip().height(), tables.tip().hash().toString());
    state.put(transaction);
    STATEMENTS.forEach(statement -> transaction.run(statement, parameters).consume());
  }

  private static void hold(
      TransactionContext transaction, Map<String, Object> parameters, String name) {
    Map<String, Object> held = new HashMap<>(parameters);
    held.put("name", name);
    held.put("now", Instant.now().getEpochSecond());
    transaction.run(CASE, held).consume();
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
