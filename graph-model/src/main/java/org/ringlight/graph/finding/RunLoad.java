package org.ringlight.graph.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.Record;
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

  private final GraphConnection graph;
  private final Kind kind;
  private final String source;
  private final long number;
  private final Map<RunForm, List<Row>> waiting = new EnumMap<>(RunForm.class);
  private final AtomicLong given = new AtomicLong();
  private long batches;

  /** What a run brings. */
  public enum Kind {
    FINDINGS,
    LABELS,
    CLUSTERS,
    TAINT,
    CHANGE,
    COINJOINS;

    /** As nodes and pages write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The chains it may be about. */
    private List<String> chains() {
      return switch (this) {
        case FINDINGS -> List.of(GraphState.MONERO);
        case LABELS -> List.of(GraphState.MONERO, GraphState.BITCOIN);
        case CLUSTERS, TAINT, CHANGE, COINJOINS -> List.of(GraphState.BITCOIN);
      };
    }

    /** How its rows stand in the graph. */
    List<RunForm> forms() {
      return switch (this) {
        case FINDINGS ->
            List.of(
                RunForm.SPENDS,
                RunForm.ELIMINATES,
                RunForm.NARROWED_TO,
                RunForm.WEIGHS,
                RunForm.SPENT);
        case LABELS -> List.of(RunForm.TAG);
        case CLUSTERS -> List.of(RunForm.IN);
        case TAINT -> List.of(RunForm.TAINTS);
        case CHANGE -> List.of(RunForm.GIVES_BACK);
        case COINJOINS -> List.of(RunForm.SEES_COINJOIN);
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
   * Begins a run that is made at the graph's tip.
   *
   * @param source what it takes the place of: an earlier run of the same kind and source
   * @throws ConfigurationInvalid where the graph is empty, or not one of ours
   */
  public static RunLoad begin(GraphConnection graph, Kind kind, String source) {
    GraphState state = state(graph, kind);
    return begin(
        graph,
        kind,
        source,
        Map.of("tipHeight", state.tipHeight(), "tipHash", String.valueOf(state.tipHash())));
  }

  /** As {@link #begin(GraphConnection, Kind, String)}, but a run of the tables at its own tip. */
  public static RunLoad begin(GraphConnection graph, TableRun run) {
    state(graph, run.kind());
    return begin(
        graph,
        run.kind(),
        run.source(),
        Map.of("tipHeight", run.tipHeight(), "tipHash", run.tipHash(), "tableRun", run.id()));
  }

  private static GraphState state(GraphConnection graph, Kind kind) {
    return kind.chains().stream()
        .flatMap(name -> GraphState.read(graph, name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "the graph is empty", graph.address().uri(), "ringlight graph load"));
  }

  private static RunLoad begin(
      GraphConnection graph, Kind kind, String source, Map<String, Object> madeAt) {
    Migrations.apply(graph);
    long number =
        graph.write(
            transaction -> {
              long next = nextNumber(transaction);
              Map<String, Object> run = new HashMap<>(madeAt);
              run.put("number", next);
              run.put("id", UUID.randomUUID().toString());
              run.put("kind", kind.word());
              run.put("source", source);
              run.put("current", false);
              run.put("batches", 0L);
              run.put("written", 0L);
              run.put("digest", RunDigest.EMPTY.hex());
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
    add(claim.form(), claim.row());
  }

  /** Adds a label; it is written with others. */
  public void add(GraphLabel label) {
    add(RunForm.TAG, label.row());
  }

  /** Adds an address of a cluster; it is written with others. */
  public void add(GraphCluster address) {
    add(RunForm.IN, address.row());
  }

  /** Adds a tainted output; it is written with others. */
  public void add(GraphTaint taint) {
    add(RunForm.TAINTS, taint.row());
  }

  /** Adds a transaction's change; it is written with others. */
  public void add(GraphChange change) {
    add(RunForm.GIVES_BACK, change.row());
  }

  /** Adds a sign of a CoinJoin; it is written with others. */
  public void add(GraphCoinJoin sign) {
    add(RunForm.SEES_COINJOIN, sign.row());
  }

  private void add(RunForm form, Row row) {
    if (!kind.forms().contains(form)) {
      throw new IllegalArgumentException(form + " in a run of " + kind.word());
    }
    given.incrementAndGet();
    List<Row> rows = waiting.computeIfAbsent(form, none -> new ArrayList<>());
    rows.add(row.property("run", number));
    if (rows.size() == AT_ONCE) {
      send(form, rows);
    }
  }

  /** How many rows were added so far; any thread may ask. */
  public long given() {
    return given.get();
  }

  private void send(RunForm form, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    long batch = ++batches;
    graph.write(
        transaction -> {
          // a commit whose answer was lost is tried again: each batch is written once
          begin(transaction, batch).ifPresent(before -> write(transaction, form, rows, before));
          return true;
        });
    rows.clear();
  }

  /** Enters a batch; what was written before it, empty where it is in the graph already. */
  private Optional<RunDigest> begin(TransactionContext transaction, long batch) {
    List<Record> run =
        transaction
            .run(
                "MATCH (r:Run {number: $run}) WITH r, r.batches AS before"
                    + " SET r.batches = CASE WHEN before < $batch THEN $batch ELSE before END"
                    + " RETURN before, r.digest AS digest",
                Map.of("run", number, "batch", batch))
            .list();
    if (run.isEmpty()) {
      throw replaced();
    }
    Record entered = run.get(0);
    return entered.get("before").asLong() < batch
        ? Optional.of(RunDigest.parse(entered.get("digest").asString()))
        : Optional.empty();
  }

  private void write(
      TransactionContext transaction, RunForm form, List<Row> rows, RunDigest before) {
    List<Object> sent = new ArrayList<>();
    rows.forEach(row -> sent.add(row.parameter(sent.size())));
    List<Record> written =
        transaction.run(form.writes(), Map.of("rows", sent, "run", number)).list();
    RunDigest digest = before;
    for (Record one : written) {
      // of two transactions with one id (BIP 30) both get it
      Row row = rows.get(one.get("at").asInt());
      digest = digest.add(row.text(form), one.get("times").asLong());
    }
    transaction
        .run(
            "MATCH (r:Run {number: $run}) SET r.written = r.written + $written, r.digest = $digest",
            Map.of("run", number, "written", written.size(), "digest", digest.hex()))
        .consume();
  }

  private ConfigurationInvalid replaced() {
    return new ConfigurationInvalid(
        "another load of the same source took the place of this one",
        graph.address().uri() + ", " + source,
        "let one load of a source run at a time, then load again");
  }

  /** Writes what was added; it counts no sooner. */
  public void flush() {
    waiting.forEach(this::send);
  }

  /** How a run ended. */
  public record Ended(long written, long notInGraph) {}

  /**
   * Makes it count, instead of the earlier run of its kind and source, which is removed.
   *
   * @return how many were written, and how many name a ring, member, transaction or address that
   *     the graph does not have
   */
  public Ended finish() {
    flush();
    Map<String, Object> which = Map.of("kind", kind.word(), "source", source, "number", number);
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
    RunRemoval.before(graph, kind, source, number);
    return new Ended(written, given.get() - written);
  }
}
