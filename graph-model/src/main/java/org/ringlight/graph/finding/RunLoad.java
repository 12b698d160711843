package org.ringlight.graph.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.server.GraphConnection;

/**
 * Brings one run of findings, labels or clusters into the graph. Nobody counts it before {@link
 * #finish}, which switches to it in one small transaction and then removes the run it takes the
 * place of; what was cut off before counts for nothing, and the next run of its source removes it.
 */
public final class RunLoad {

  private static final int AT_ONCE = 2_000;

  private static final String OF_RING =
      """
      UNWIND $rows AS c
      MATCH (r:Ring {keyImage: c.keyImage})
      MATCH (o:Output {indexSpace: c.indexSpace, amountIndex: c.amountIndex})
      WHERE EXISTS { (r)-[:MEMBER]->(o) }
      CREATE (r)-[s:%s]->(o) SET s = c.properties
      RETURN count(*) AS written
      """;

  private static final String SPENT =
      """
      MATCH (run:Run {number: $run})
      UNWIND $rows AS c
      MATCH (o:Output {indexSpace: c.indexSpace, amountIndex: c.amountIndex})
      CREATE (run)-[s:SPENT]->(o) SET s = c.properties
      RETURN count(*) AS written
      """;

  private static final String CLUSTERS =
      """
      UNWIND $rows AS c
      MATCH (a:Address {address: c.address})
      MERGE (cluster:Cluster {run: $run, name: c.cluster})
      ON CREATE SET cluster.size = 0
      SET cluster.size = cluster.size + 1
      CREATE (a)-[:IN {run: $run}]->(cluster)
      RETURN count(*) AS written
      """;

  private static final String LABELS =
      """
      UNWIND $rows AS c
      CALL (c) {
        MATCH (n:Transaction {hash: c.hash}) RETURN n
        UNION
        MATCH (n:Ring {keyImage: c.keyImage}) RETURN n
        UNION
        MATCH (n:Output {indexSpace: c.indexSpace, amountIndex: c.amountIndex}) RETURN n
        UNION
        MATCH (n:BtcTransaction {hash: c.hash}) RETURN n
        UNION
        MATCH (:BtcTransaction {hash: c.creator})-[:CREATES]->(n:BtcOutput {index: c.index})
        RETURN n
        UNION
        MATCH (n:Address {address: c.address}) RETURN n
      }
      MERGE (tag:Tag {run: c.tag.run, label: c.tag.label, category: c.tag.category,
        source: c.tag.source, confidence: c.tag.confidence})
      MERGE (tag)-[:ON]->(n)
      RETURN count(*) AS written
      """;

  private final GraphConnection graph;
  private final Kind kind;
  private final String source;
  private final long number;
  private final Map<GraphClaim.Type, List<Object>> claims = new EnumMap<>(GraphClaim.Type.class);
  private final List<Object> labels = new ArrayList<>();
  private final List<Object> clusters = new ArrayList<>();
  private final AtomicLong given = new AtomicLong();
  private long batches;

  /** What a run brings. */
  public enum Kind {
    FINDINGS("findings"),
    LABELS("labels"),
    CLUSTERS("clusters");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The chains it may be about. */
    private List<String> chains() {
      return switch (this) {
        case FINDINGS -> List.of(GraphState.MONERO);
        case LABELS -> List.of(GraphState.MONERO, GraphState.BITCOIN);
        case CLUSTERS -> List.of(GraphState.BITCOIN);
      };
    }
  }

  private RunLoad(GraphConnection graph, Kind kind, String source, long number) {
    this.graph = graph;
    this.kind = kind;
    this.source = source;
    this.number = number;
  }

  /**
   * Begins a run.
   *
   * @param source what it takes the place of: an earlier run of the same kind and source
   * @throws ConfigurationInvalid where the graph is empty, or not one of ours
   */
  public static RunLoad begin(GraphConnection graph, Kind kind, String source) {
    GraphState state =
        kind.chains().stream()
            .flatMap(name -> GraphState.read(graph, name).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "the graph is empty", graph.address().uri(), "ringlight graph load"));
    Migrations.apply(graph);
    long number =
        graph.write(
            transaction -> {
              long next = nextNumber(transaction);
              Map<String, Object> run = new HashMap<>();
              run.put("number", next);
              run.put("id", UUID.randomUUID().toString());
              run.put("kind", kind.word);
              run.put("source", source);
              run.put("tipHeight", state.tipHeight());
              run.put("tipHash", String.valueOf(state.tipHash()));
              run.put("current", false);
              run.put("batches", 0L);
              run.put("written", 0L);
              transaction.run("CREATE (r:Run) SET r = $run", Map.of("run", run)).consume();
              return next;
            });
    return new RunLoad(graph, kind, source, number);
  }

  /** The chains share the numbers of runs: all their nodes are locked, and tell of the last. */
  private static long nextNumber(TransactionContext transaction) {
    transaction.run("MATCH (g:Graph) SET g.loading = true").consume();
    return transaction
        .run(
            "MATCH (g:Graph) WITH max(coalesce(g.runs, 0)) + 1 AS next MATCH (g:Graph)"
                + " SET g.runs = next REMOVE g.loading RETURN DISTINCT next")
        .single()
        .get("next")
        .asLong();
  }

  /** Adds a claim; it is written with others. */
  public void add(GraphClaim claim) {
    given.incrementAndGet();
    List<Object> rows = claims.computeIfAbsent(claim.type(), type -> new ArrayList<>());
    rows.add(claim.row(number));
    if (rows.size() == AT_ONCE) {
      write(claim.type(), rows);
    }
  }

  /** Adds a label; it is written with others. */
  public void add(GraphLabel label) {
    given.incrementAndGet();
    labels.add(label.row(number));
    if (labels.size() == AT_ONCE) {
      writeLabels();
    }
  }

  /** Adds an address of a cluster; it is written with others. */
  public void add(GraphCluster address) {
    given.incrementAndGet();
    clusters.add(Map.of("address", address.address(), "cluster", address.cluster()));
    if (clusters.size() == AT_ONCE) {
      send(CLUSTERS, clusters);
    }
  }

  /** How many claims, labels and addresses were added so far; any thread may ask. */
  public long given() {
    return given.get();
  }

  private void write(GraphClaim.Type type, List<Object> rows) {
    send(type == GraphClaim.Type.SPENT ? SPENT : OF_RING.formatted(type), rows);
  }

  private void writeLabels() {
    send(LABELS, labels);
  }

  private void send(String statement, List<Object> rows) {
    if (!rows.isEmpty()) {
      Map<String, Object> parameters = Map.of("rows", List.copyOf(rows), "run", number);
      long batch = ++batches;
      graph.write(
          transaction -> {
            // a commit whose answer was lost is tried again: each batch is written once
            if (begin(transaction, batch)) {
              long written =
                  transaction.run(statement, parameters).single().get("written").asLong();
              transaction
                  .run(
                      "MATCH (r:Run {number: $run}) SET r.written = r.written + $written",
                      Map.of("run", number, "written", written))
                  .consume();
            }
            return true;
          });
      rows.clear();
    }
  }

  private boolean begin(TransactionContext transaction, long batch) {
    List<Long> before =
        transaction
            .run(
                "MATCH (r:Run {number: $run}) WITH r, r.batches AS before"
                    + " SET r.batches = CASE WHEN before < $batch THEN $batch ELSE before END"
                    + " RETURN before",
                Map.of("run", number, "batch", batch))
            .list(row -> row.get("before").asLong());
    if (before.isEmpty()) {
      throw replaced();
    }
    return before.get(0) < batch;
  }

  private ConfigurationInvalid replaced() {
    return new ConfigurationInvalid(
        "another load of the same source took the place of this one",
        graph.address().uri() + ", " + source,
        "let one load of a source run at a time, then load again");
  }

  /** Writes what was added; it counts no sooner. */
  public void flush() {
    claims.forEach(this::write);
    writeLabels();
    send(CLUSTERS, clusters);
  }

  /** How a run ended. */
  public record Ended(long written, long notInGraph) {}

  /**
   * Makes it count, instead of the earlier run of its kind and source, whose claims are removed.
   *
   * @return how many were written, and how many name a ring, member, transaction or address that
   *     the graph does not have
   */
  public Ended finish() {
    flush();
    Map<String, Object> which = Map.of("kind", kind.word, "source", source, "number", number);
    long written =
        graph
            .write(
                transaction ->
                    transaction
                        .run(
                            "MATCH (mine:Run {number: $number}) WHERE NOT EXISTS { MATCH (later:Run"
                                + " {kind: $kind, source: $source}) WHERE later.number > $number"
                                + " AND later.current } MATCH (r:Run {kind: $kind, source:"
                                + " $source}) WHERE r.number <= $number SET r.current = (r.number ="
                                + " $number) RETURN DISTINCT mine.written AS written",
                            which)
                        .list(row -> row.get("written").asLong()))
            .stream()
            .findFirst()
            .orElseThrow(this::replaced);
    List<Long> over =
        graph.read(
            transaction ->
                transaction
                    .run(
                        "MATCH (r:Run {kind: $kind, source: $source}) WHERE r.number < $number"
                            + " RETURN r.number AS number",
                        which)
                    .list(row -> row.get("number").asLong()));
    over.forEach(this::remove);
    return new Ended(written, given.get() - written);
  }

  private void remove(long run) {
    for (GraphClaim.Type type : GraphClaim.Type.values()) {
      graph.run(
          "MATCH (:"
              + type.from()
              + ")-[s:"
              + type
              + "]->() WHERE s.run = "
              + run
              + pieces("DELETE s", "s"));
    }
    graph.run("MATCH (t:Tag) WHERE t.run = " + run + pieces("DETACH DELETE t", "t"));
    String cluster = "MATCH (c:Cluster) WHERE c.run = " + run + " AND c.name IS NOT NULL";
    graph.run(cluster + " MATCH (c)<-[s:IN]-()" + pieces("DELETE s", "s"));
    graph.run(cluster + pieces("DETACH DELETE c", "c"));
    graph.run("MATCH (r:Run {number: " + run + "})" + pieces("DETACH DELETE r", "r"));
  }

  private static String pieces(String delete, String of) {
    return " CALL (" + of + ") { " + delete + " } IN TRANSACTIONS OF " + AT_ONCE + " ROWS";
  }
}
