package org.ringlight.graph.finding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.graph.bitcoin.BitcoinProjection;
import org.ringlight.graph.finding.RunLoad.Kind;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinChangeRow;
import org.ringlight.lake.table.BitcoinClusterRow;
import org.ringlight.lake.table.BitcoinCoinJoinRow;
import org.ringlight.lake.table.BitcoinTaintRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;
import org.ringlight.lake.table.Table;

/**
 * The runs over Bitcoin whose findings the tables hold: of clusters, change and CoinJoins one each,
 * of taint one for each case. Close it; not thread-safe.
 */
public final class BitcoinRuns implements AutoCloseable {

  private final Lake lake;
  private final Snapshot findings;
  private final Map<String, RunRow> runs = new HashMap<>();

  /**
   * Reads which runs there were.
   *
   * @throws ConfigurationInvalid where there was none yet
   */
  public BitcoinRuns(Lake lake) {
    this.lake = lake;
    this.findings =
        lake.current(Namespace.BTC_FINDINGS)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "there are no findings of Bitcoin yet",
                        lake.folder().toString(),
                        "find them first: ringlight cluster, taint, change or coinjoin"));
    each(RunRow.BITCOIN_TABLE, row -> runs.put(row.runId(), row));
  }

  /**
   * The runs of a kind by their source, in the order of their rows; none where the tables hold no
   * row of any.
   *
   * @throws ConfigurationInvalid where one looked at blocks that the chain no longer has
   */
  public Map<String, TableRun> of(Kind kind) {
    Map<String, String> ids = new LinkedHashMap<>();
    switch (kind) {
      case CLUSTERS -> first(BitcoinClusterRow.TABLE, BitcoinClusterRow::runId, kind, ids);
      case CHANGE -> first(BitcoinChangeRow.TABLE, BitcoinChangeRow::runId, kind, ids);
      case COINJOINS -> first(BitcoinCoinJoinRow.TABLE, BitcoinCoinJoinRow::runId, kind, ids);
      case TAINT -> each(BitcoinTaintRow.TABLE, row -> ids.put(row.caseName(), row.runId()));
      case FINDINGS, LABELS -> throw new IllegalArgumentException(kind.word());
    }
    Map<String, TableRun> found = new LinkedHashMap<>();
    ids.forEach((source, id) -> found.put(source, run(kind, source, id)));
    return found;
  }

  /** The source of the one run of a kind; that of taint is its case. */
  public static String source(Kind kind) {
    return switch (kind) {
      case CLUSTERS -> "cluster";
      case CHANGE -> "change";
      case COINJOINS -> "coinjoin";
      case TAINT, FINDINGS, LABELS -> throw new IllegalArgumentException(kind.word());
    };
  }

  private <R> void first(
      Table<R> table, Function<R, String> runId, Kind kind, Map<String, String> into) {
    try (Rows<R> rows = findings.scan(table)) {
      if (rows.hasNext()) {
        into.put(source(kind), runId.apply(rows.next()));
      }
    }
  }

  private TableRun run(Kind kind, String source, String id) {
    RunRow run = runs.get(id);
    if (run == null) {
      throw new DataInvalid(
          "findings are of run " + id + ", which is no row of " + RunRow.BITCOIN_TABLE,
          lake.folder().toString(),
          "find them anew: ringlight cluster, taint, change or coinjoin");
    }
    String hash = run.tipHash().toString();
    try (Snapshot chain = chain()) {
      if (BitcoinProjection.BITCOIN.hash(chain, run.height()).filter(hash::equals).isEmpty()) {
        throw new ConfigurationInvalid(
            "the " + kind.word() + " of " + source + " were found on a branch that the chain left",
            "block " + hash + " at height " + run.height(),
            "find them anew: ringlight cluster, taint, change or coinjoin");
      }
    }
    return new TableRun(kind, source, id, run.height(), hash);
  }

  private Snapshot chain() {
    return lake.current(Namespace.BTC)
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "there are findings of Bitcoin and no blocks",
                    lake.folder().toString(),
                    "index them: ringlight index-btc"));
  }

  /** Adds all rows of a run to that of the graph. */
  public void bring(TableRun run, RunLoad into) {
    switch (run.kind()) {
      case CLUSTERS -> each(BitcoinClusterRow.TABLE, row -> into.add(GraphCluster.of(row)));
      case CHANGE -> each(BitcoinChangeRow.TABLE, row -> into.add(GraphChange.of(row)));
      case COINJOINS -> each(BitcoinCoinJoinRow.TABLE, row -> into.add(GraphCoinJoin.of(row)));
      case TAINT ->
          each(
              BitcoinTaintRow.TABLE,
              row -> {
                if (row.caseName().equals(run.source())) {
                  into.add(GraphTaint.of(row));
                }
              });
      case FINDINGS, LABELS -> throw new IllegalArgumentException(run.kind().word());
    }
  }

  private <R> void each(Table<R> table, Consumer<R> seen) {
    try (Rows<R> rows = findings.scan(table)) {
      rows.forEachRemaining(seen);
    }
  }

  @Override
  public void close() {
    findings.close();
  }
}
