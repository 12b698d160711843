package org.ringlight.graph.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.schema.GraphSchema;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;

/**
 * What a graph is a projection of and how far it reaches: a node {@code :Graph} for each chain.
 *
 * @param name which chain
 * @param tipHeight the last block; one below {@code fromHeight} where there is none yet
 * @param tipHash its id; null where there is none yet
 */
public record GraphState(
    String name,
    String network,
    String genesis,
    Kind kind,
    long fromHeight,
    long tipHeight,
    @Nullable String tipHash) {

  /** The name of Monero's. */
  public static final String MONERO = "chain";

  /** The name of Bitcoin's. */
  public static final String BITCOIN = "bitcoin";

  /** What the graph holds. */
  public enum Kind {
    /** Every block from one height to another, whole. */
    CHAIN("chain"),
    /** Only what was asked for, seed by seed. */
    NEIGHBOURHOODS("neighbourhoods");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** A range that the tables have nothing of. */
  public static ConfigurationInvalid outside(Snapshot tables, long lowest) {
    return new ConfigurationInvalid(
        "the tables hold heights "
            + lowest
            + " to "
            + tables.tip().height()
            + ", and none of those asked for",
        "graph load",
        "choose --from and --to among them");
  }

  /** Reads Monero's. */
  public static Optional<GraphState> read(GraphConnection graph) {
    return read(graph, MONERO);
  }

  /**
   * Reads it; empty where the server's database has nothing of that chain.
   *
   * @throws ConfigurationInvalid where the database holds something else, or a newer program's
   *     graph
   */
  public static Optional<GraphState> read(GraphConnection graph, String name) {
    return graph.read(transaction -> read(transaction, name, graph.address().uri()));
  }

  /** As {@link #read(GraphConnection, String)}, in a transaction. */
  public static Optional<GraphState> read(
      TransactionContext transaction, String name, String where) {
    List<Record> found =
        transaction
            .run("MATCH (g:Graph {name: $name}) RETURN properties(g) AS g", Map.of("name", name))
            .list();
    if (found.isEmpty()) {
      requireEmpty(transaction, where);
      return Optional.empty();
    }
    Map<String, Object> node = found.get(0).get("g").asMap();
    if (number(node, "schema") > GraphSchema.VERSION) {
      throw new ConfigurationInvalid(
          "a newer version of this program made this graph", where, "update this program");
    }
    return Optional.of(
        new GraphState(
            name,
            String.valueOf(node.get("network")),
            String.valueOf(node.get("genesis")),
            Kind.NEIGHBOURHOODS.word().equals(node.get("kind")) ? Kind.NEIGHBOURHOODS : Kind.CHAIN,
            number(node, "fromHeight"),
            number(node, "tipHeight"),
            (String) node.get("tipHash")));
  }

  private static long number(Map<String, Object> node, String property) {
    return node.get(property) instanceof Long number ? number : Long.MAX_VALUE;
  }

  private static void requireEmpty(TransactionContext transaction, String where) {
    long nodes =
        transaction.run("MATCH (n) RETURN count(n) AS n").single().get("n").asLong()
            - transaction
                .run("MATCH (n:Migration) RETURN count(n) AS n")
                .single()
                .get("n")
                .asLong();
    boolean ours =
        transaction.run("MATCH (g:Graph) RETURN count(g) AS n").single().get("n").asLong() > 0;
    if (nodes > 0 && !ours) {
      throw new ConfigurationInvalid(
          "this database holds " + nodes + " nodes that are no graph of ours",
          where,
          "use an empty one; nothing was changed");
    }
  }

  /** Refuses tables of another chain. */
  public GraphState require(ChainIdentity tables, String where) {
    if (!network.equals(tables.network()) || !genesis.equals(tables.genesis().toString())) {
      throw new ConfigurationInvalid(
          "the graph is of "
              + network
              + " (genesis "
              + genesis
              + "), the tables are of "
              + tables.network()
              + " (genesis "
              + tables.genesis()
              + ")",
          where,
          "use the data directory it was loaded from (--data), or another server");
    }
    return this;
  }

  /** Refuses a graph of the other kind. */
  public GraphState require(Kind wanted, String where) {
    if (kind != wanted) {
      throw new ConfigurationInvalid(
          kind == Kind.CHAIN
              ? "this graph holds the whole chain from height " + fromHeight
              : "this graph holds neighbourhoods that were asked for",
          where,
          wanted == Kind.CHAIN
              ? "empty it first: ringlight graph load --anew"
              : "there is nothing to bring: ask it");
    }
    return this;
  }

  /** The properties of its node. */
  Map<String, Object> properties() {
    Map<String, Object> node = new HashMap<>();
    node.put("name", name);
    node.put("network", network);
    node.put("genesis", genesis);
    node.put("schema", GraphSchema.VERSION);
    node.put("kind", kind.word());
    node.put("fromHeight", fromHeight);
    node.put("tipHeight", tipHeight);
    node.put("tipHash", tipHash);
    return node;
  }

  /** Writes it in the place of the one before. */
  public void put(TransactionContext transaction) {
    transaction
        .run("MERGE (g:Graph {name: $name}) SET g += $g", Map.of("name", name, "g", properties()))
        .consume();
  }

  /** Writes it, where there is none yet. */
  void create(GraphConnection graph) {
    graph.write(
        transaction ->
            transaction
                .run(
                    "MERGE (g:Graph {name: $name}) ON CREATE SET g = $g",
                    Map.of("name", name, "g", properties()))
                .consume());
  }

  /**
   * Moves the tip from where this says it is, in the transaction of what it stands for; holds the
   * node, so that loaders come one after the other.
   *
   * @return false where it was moved exactly so before: the transaction is a repetition
   * @throws ConfigurationInvalid where another loader moved it
   */
  public boolean moveTip(
      TransactionContext transaction, long height, @Nullable String hash, String where) {
    Map<String, Object> move = new HashMap<>();
    move.put("name", name);
    move.put("height", height);
    move.put("hash", hash);
    transaction.run("MATCH (g:Graph {name: $name}) SET g.loading = true", move).consume();
    GraphState now = read(transaction, name, where).orElseThrow();
    transaction
        .run(
            "MATCH (g:Graph {name: $name}) SET g.tipHeight = $height, g.tipHash = $hash"
                + " REMOVE g.loading",
            move)
        .consume();
    if (now.equals(this)) {
      return true;
    } else if (now.equals(at(height, hash))) {
      return false;
    }
    throw new ConfigurationInvalid(
        "another program fills this graph: its tip went from " + tipHeight + " to " + now.tipHeight,
        where,
        "let one load at a time");
  }

  /** The same with another tip. */
  public GraphState at(long height, @Nullable String hash) {
    return new GraphState(name, network, genesis, kind, fromHeight, height, hash);
  }
}
