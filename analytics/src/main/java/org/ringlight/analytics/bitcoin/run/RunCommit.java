package org.ringlight.analytics.bitcoin.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;
import org.ringlight.lake.table.Table;

/**
 * What one run writes: one commit of Bitcoin's findings that names the chain's tip. It replaces the
 * tables of its kind and leaves the others as they are, but for what rests on blocks that a
 * reorganisation took back: that goes, down to the last run whose tip is still on the chain. Close
 * it; not thread-safe.
 */
final class RunCommit implements AutoCloseable {

  private final String runId = UUID.randomUUID().toString();
  private final long startedAt = Instant.now().getEpochSecond();
  private final Tip tip;
  private final long common;
  private final Writer writer;
  private final Optional<Snapshot> before;
  private @Nullable Commit commit;
  private long rows;

  /**
   * Becomes the one writer of Bitcoin's findings.
   *
   * @throws org.ringlight.failure.StoreUnavailable where another holds them
   */
  RunCommit(Lake lake, LakeCoins chain) {
    this.tip = chain.tip();
    this.writer = lake.writer(Namespace.BTC_FINDINGS);
    try {
      this.before = lake.current(Namespace.BTC_FINDINGS);
      this.common = common(chain);
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** The run's name. */
  String runId() {
    return runId;
  }

  /** The chain's tip that it names. */
  Tip tip() {
    return tip;
  }

  /** The findings before it. */
  Optional<Snapshot> before() {
    return before;
  }

  /** The runs before it, oldest first. */
  List<RunRow> runs() {
    List<RunRow> runs = new ArrayList<>();
    before.ifPresent(
        tables -> {
          try (Rows<RunRow> rows = tables.scan(RunRow.BITCOIN_TABLE)) {
            rows.forEachRemaining(runs::add);
          }
        });
    return runs;
  }

  /** Up to which height earlier findings rest on this chain. */
  private long common(LakeCoins chain) {
    Tip last = before.map(Snapshot::tip).orElse(null);
    if (last == null || chain.holds(last.height(), last.hash())) {
      return RunRow.NOTHING_TAKEN_BACK;
    }
    return runs().stream()
        .filter(run -> chain.holds(run.height(), run.tipHash()))
        .mapToLong(RunRow::height)
        .max()
        .orElse(-1);
  }

  /** Up to which height earlier findings stay in all tables that this run does not replace. */
  long keptUpTo() {
    return common;
  }

  /**
   * Begins to write.
   *
   * @param keep by table that this run replaces: up to which height rows stay, -1 for none
   */
  void begin(Map<Table<?>, Long> keep) {
    Commit begun = writer.begin();
    commit = begun;
    begun.deleteAbove(common, keep);
  }

  /** Appends a row of one of these tables. */
  <R> void append(Table<R> table, R row) {
    open().append(table, row);
    rows++;
  }

  /**
   * Makes all of it visible, with the row of the run.
   *
   * @param heuristics what was run
   * @param inputs what else went in, in words and digests
   */
  void end(List<String> heuristics, String inputs) {
    end(heuristics, inputs, 0);
  }

  /**
   * As {@link #end(List, String)}.
   *
   * @param copied how many of the rows are those of earlier runs
   */
  void end(List<String> heuristics, String inputs, long copied) {
    long number = before.map(tables -> tables.count(RunRow.BITCOIN_TABLE)).orElse(0L);
    open()
        .append(
            RunRow.BITCOIN_TABLE,
            new RunRow(
                number,
                runId,
                startedAt,
                String.join("; ", heuristics),
                inputs,
                rows - copied,
                common,
                tip.height(),
                tip.hash()));
    open().commit(tip.height(), tip.hash());
  }

  private Commit open() {
    Commit begun = commit;
    if (begun == null) {
      throw new IllegalStateException("not begun");
    }
    return begun;
  }

  @Override
  public void close() {
    try (writer) {
      before.ifPresent(Snapshot::close);
      if (commit != null) {
        commit.close();
      }
    }
  }
}
