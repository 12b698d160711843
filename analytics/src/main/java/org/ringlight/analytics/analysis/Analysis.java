package org.ringlight.analytics.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ringlight.analytics.deduce.Contradiction;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.plugin.PlugIns;
import org.ringlight.analytics.ring.LakeRings;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.RunRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;

/**
 * A run of deductions over the tables: what follows is written as one commit of the findings, which
 * hold what the last run says and nothing else.
 *
 * <p>A finding's height is the highest block it rests on. What follows from blocks up to a height
 * follows whatever comes after it; so a run that continues an earlier one takes back what rests on
 * blocks that are gone, works on what new rings can change, and adds what is new: the same rows,
 * but for their numbers and runs, as if all had been worked out anew.
 */
public final class Analysis {

  private static final int KEPT_HASHES = 1_000;
  private static final int BETWEEN = 1 << 14;

  private final Lake lake;
  private final AnalysisOptions options;
  private final AnalysisListener listener;

  public Analysis(Lake lake, AnalysisOptions options, AnalysisListener listener) {
    this.lake = lake;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Runs it, as the one writer of the findings.
   *
   * @throws DataInvalid where rings contradict one another: the chain, a fork or an assertion is
   *     wrong; says which
   */
  public AnalysisResult run() {
    try (Writer writer = lake.writer(Namespace.FINDINGS);
        SqlSession session = Sql.open(lake)) {
      Deducing deducing = new Deducing(options.heuristics(), listener::stage);
      Assertions assertions = Assertions.read(session.snapshot(Namespace.INTEL));
      listener.stage("load");
      try (ChainGraph graph = ChainGraph.load(session, options.forks(), assertions.keyImages())) {
        return run(writer, session, deducing, assertions, graph);
      }
    }
  }

  private AnalysisResult run(
      Writer writer,
      SqlSession session,
      Deducing deducing,
      Assertions assertions,
      ChainGraph graph) {
    Snapshot chain = graph.tables();
    String inputs = inputs(graph, assertions);
    String what = String.join(" ", options.heuristics()) + "; " + inputs;
    Deductions known = new Deductions(graph.graph(), deducing.complete());
    Optional<Snapshot> before = session.snapshot(Namespace.FINDINGS);
    // what is assumed is said of what is not proven, and more may be by now
    boolean assuming =
        !assertions.standing().isEmpty()
            || graph.sightings().stream().anyMatch(one -> !one.fact().proven());
    boolean anew = options.anew() || !options.estimates().isEmpty() || assuming;
    long keep = anew ? -1 : restore(graph, what, before, known);
    Deductions assumed = deduce(deducing, assertions, graph, known);
    listener.stage("write");
    String runId = UUID.randomUUID().toString();
    RunRows runs = new RunRows(before, runId, Instant.now().getEpochSecond());
    long first = runs.firstClaim();
    ClaimRows rows = new ClaimRows(runId, chain.tip(), first);
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(keep);
      try (RowsBehind<ClaimRow> behind =
          new RowsBehind<>(row -> commit.append(ClaimRow.TABLE, row))) {
        new FindingsWriter(graph, assumed, rows, behind).write(keep, listener);
        estimate(session, rows, behind);
      }
      commit.append(
          RunRow.TABLE, runs.row(heuristics(), inputs, rows.next() - first, keep, chain.tip()));
      commit.commit(chain.tip().height(), chain.tip().hash());
    }
    if (graph.canContinue() && !options.heuristics().isEmpty()) {
      KnownSets.write(
          KnownSets.file(lake),
          runId,
          what,
          (int) chain.tip().height(),
          newest(chain, chain.tip().height()),
          known);
    }
    return AnalysisResult.of(runId, graph, assumed, keep, rows.next() - first);
  }

  private List<String> heuristics() {
    List<String> all = new ArrayList<>(options.heuristics());
    options.estimates().forEach(one -> all.add(one.card().id().toString()));
    return all;
  }

  private void estimate(SqlSession session, ClaimRows rows, Consumer<ClaimRow> sink) {
    if (options.estimates().isEmpty()) {
      return;
    }
    LakeRings rings = LakeRings.of(session);
    long tip = session.snapshot(Namespace.XMR).orElseThrow().tip().height();
    Estimates estimates =
        new Estimates(
            rings,
            tip,
            conclusion -> {
              sink.accept(rows.of(conclusion, List.of()));
              if (rows.next() % BETWEEN == 0) {
                listener.written(rows.next());
              }
            });
    try (PlugIns plugIns = PlugIns.open(List.of())) {
      for (Heuristic heuristic : options.estimates()) {
        listener.stage(heuristic.card().id().toString());
        estimates.run(plugIns, heuristic);
      }
    }
  }

  private static String inputs(ChainGraph graph, Assertions assertions) {
    List<String> all = new ArrayList<>();
    if (!graph.otherInputs().isEmpty()) {
      all.add(graph.otherInputs());
    }
    if (!assertions.digest().isEmpty()) {
      all.add(assertions.digest());
    }
    return String.join("; ", all);
  }

  private Deductions deduce(
      Deducing deducing, Assertions assertions, ChainGraph graph, Deductions known) {
    try {
      return deducing.run(known, graph.sightings(), assertions.on(graph));
    } catch (Contradiction e) {
      List<KeyImage> images = graph.names(e.rings());
      throw new DataInvalid(
          "this contradicts the rest: " + e.getMessage(),
          "rings " + images.subList(0, Math.min(3, images.size())),
          assertions.standing().isEmpty() && options.forks().isEmpty()
              ? "run ringlight verify: the tables are not those of a valid chain"
              : "retract the assertion that is wrong, or leave the fork out",
          e);
    }
  }

  /** Gives back what an earlier run found, as far as it holds; the height up to which it does. */
  private long restore(
      ChainGraph graph, String what, Optional<Snapshot> findings, Deductions known) {
    Optional<KnownSets> kept =
        findings
            .flatMap(Analysis::lastRun)
            .flatMap(run -> KnownSets.read(KnownSets.file(lake), run, what));
    if (kept.isEmpty() || findings.isEmpty() || !graph.canContinue()) {
      return -1;
    }
    KnownSets sets = kept.get();
    Tip written = findings.get().tip();
    Snapshot chain = graph.tables();
    if (sets.newest().isEmpty() || !sets.newest().get(0).equals(written.hash())) {
      return -1;
    }
    long common = common(chain, sets);
    if (common >= 0) {
      listener.stage("restore");
      sets.restore(known, (int) common, (int) ringsUpTo(chain, common));
    }
    return common;
  }

  /** The highest block that both have, or -1. */
  private static long common(Snapshot chain, KnownSets sets) {
    long from = Math.min(sets.height(), chain.tip().height());
    List<BlockHash> hashes = newest(chain, from);
    for (int i = 0; i < hashes.size(); i++) {
      int place = (int) (sets.height() - from) + i;
      if (place < sets.newest().size() && sets.newest().get(place).equals(hashes.get(i))) {
        return from - i;
      }
    }
    return -1;
  }

  private static long ringsUpTo(Snapshot chain, long height) {
    if (height >= chain.tip().height()) {
      return chain.count(RingRow.TABLE);
    }
    try (Rows<RingRow> above =
        chain.find(RingRow.TABLE, RingRow.TABLE.cutBetween(height + 1, Long.MAX_VALUE))) {
      return above.hasNext() ? above.next().ringId() : chain.count(RingRow.TABLE);
    }
  }

  /** Hashes of the blocks from {@code height} down. */
  private static List<BlockHash> newest(Snapshot chain, long height) {
    List<BlockHash> hashes = new ArrayList<>();
    try (Rows<BlockRow> rows =
        chain.scan(BlockRow.TABLE, Math.max(0, height - KEPT_HASHES + 1), height)) {
      rows.forEachRemaining(row -> hashes.add(0, row.hash()));
    }
    return hashes;
  }

  /** The run that wrote the findings there are, or the last part of them. */
  private static Optional<String> lastRun(Snapshot findings) {
    List<String> last = new ArrayList<>();
    findings
        .lastKey(RunRow.TABLE)
        .ifPresent(
            number -> {
              try (Rows<RunRow> rows = findings.find(RunRow.TABLE, RunRow.TABLE.keyOneOf(number))) {
                rows.forEachRemaining(row -> last.add(row.runId()));
              }
            });
    return last.stream().findFirst();
  }

  /** Whether a name is that of a deduction. */
  public static boolean isDeduction(String name) {
    return Deducing.NAMES.contains(name);
  }

  /** The names of all deductions, in the order in which they are run. */
  public static List<String> deductions() {
    return Deducing.NAMES;
  }

  /** Those that find what simple propagation finds: all but the search for closed sets. */
  public static List<String> simple() {
    return Deducing.NAMES.stream()
        .filter(name -> !name.equals(Rule.CLOSED_SETS.heuristic().name()))
        .toList();
  }
}
