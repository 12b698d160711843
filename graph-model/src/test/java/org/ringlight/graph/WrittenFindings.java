package org.ringlight.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinChangeRow;
import org.ringlight.lake.table.BitcoinClusterRow;
import org.ringlight.lake.table.BitcoinCoinJoinRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTaintRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.TxHash;

/**
 * Findings of every kind in the tables, about the outputs of a {@link GrownBitcoinChain} from some
 * height on. What they say is made up; only where it stands matters.
 */
final class WrittenFindings {

  /** Above the two coinbases that have one id. */
  private static final long FROM = 12;

  static final int CLUSTERED = 6;

  private final Lake lake;
  private final GrownBitcoinChain chain;
  private String runId = "";
  private long number;

  WrittenFindings(Lake lake, GrownBitcoinChain chain) {
    this.lake = lake;
    this.chain = chain;
  }

  /** The run that wrote last. */
  String runId() {
    return runId;
  }

  /** Writes all kinds anew, of taint and change so many rows; taint of other cases stays. */
  void write(String caseName, int rows) {
    runId = UUID.randomUUID().toString();
    number = 0;
    long height = chain.tip();
    List<BitcoinTaintRow> kept = new ArrayList<>();
    long runs = 0;
    boolean left = false;
    try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow()) {
      Optional<Snapshot> before = lake.current(Namespace.BTC_FINDINGS);
      if (before.isPresent()) {
        try (Snapshot findings = before.get()) {
          left = !findings.tip().hash().equals(chain.hash(findings.tip().height()));
          runs = findings.count(RunRow.BITCOIN_TABLE);
          kept.addAll(all(findings, BitcoinTaintRow.TABLE));
        }
      }
      kept.removeIf(row -> row.caseName().equals(caseName));
      try (Writer writer = lake.writer(Namespace.BTC_FINDINGS);
          Commit commit = writer.begin()) {
        commit.deleteAbove(
            left ? -1 : Long.MAX_VALUE,
            Map.of(
                BitcoinTaintRow.TABLE, -1L,
                BitcoinChangeRow.TABLE, -1L,
                BitcoinCoinJoinRow.TABLE, -1L,
                BitcoinClusterRow.TABLE, -1L));
        (left ? Stream.<BitcoinTaintRow>of() : kept.stream())
            .forEach(
                row ->
                    commit.append(
                        BitcoinTaintRow.TABLE,
                        taint(
                            row.caseName(),
                            row.txHash(),
                            row.outputIndex(),
                            row.tainted(),
                            row.runId())));
        append(commit, tables, caseName, rows);
        commit.append(
            RunRow.BITCOIN_TABLE,
            new RunRow(
                runs, runId, 0, "made up", "", rows, Long.MAX_VALUE, height, chain.hash(height)));
        commit.commit(height, chain.hash(height));
      }
    }
  }

  private void append(Commit commit, Snapshot tables, String caseName, int rows) {
    long height = chain.tip();
    List<BitcoinTransactionRow> transactions = all(tables, BitcoinTransactionRow.TABLE);
    List<BitcoinOutputRow> outputs =
        all(tables, BitcoinOutputRow.TABLE).stream()
            .filter(row -> row.height() >= FROM)
            .limit(rows)
            .toList();
    for (BitcoinOutputRow output : outputs) {
      TxHash hash = hash(transactions, output);
      commit.append(
          BitcoinTaintRow.TABLE,
          taint(caseName, hash, output.indexInTx(), output.value() / 2, runId));
      commit.append(
          BitcoinChangeRow.TABLE,
          new BitcoinChangeRow(
              height,
              hash,
              output.indexInTx(),
              60,
              List.of("fresh-address", "same-version"),
              output.indexInTx() == 0 ? List.of() : List.of("fixed-fee"),
              List.of(),
              "statistical",
              runId));
    }
    BitcoinOutputRow first = outputs.get(0);
    commit.append(
        BitcoinCoinJoinRow.TABLE,
        new BitcoinCoinJoinRow(
            first.height(),
            hash(transactions, first),
            "equal-outputs",
            80,
            5,
            new long[] {1_000, 2_000},
            true,
            "statistical",
            runId));
    all(tables, BitcoinAddressRow.TABLE).stream()
        .limit(CLUSTERED)
        .forEach(
            row ->
                commit.append(
                    BitcoinClusterRow.TABLE,
                    new BitcoinClusterRow(
                        row.addressId(), row.address(), row.address(), runId, height)));
  }

  private BitcoinTaintRow taint(
      String caseName, TxHash hash, int index, long tainted, String runOf) {
    return new BitcoinTaintRow(
        number++,
        caseName,
        "a source",
        "haircut",
        hash,
        index,
        null,
        tainted,
        2 * tainted,
        "unspent",
        "conditional",
        "coins go so",
        runOf,
        chain.tip());
  }

  private static TxHash hash(List<BitcoinTransactionRow> transactions, BitcoinOutputRow output) {
    return transactions.stream()
        .filter(row -> row.txId() == output.txId())
        .findFirst()
        .orElseThrow()
        .hash();
  }

  private static <R> List<R> all(Snapshot tables, Table<R> table) {
    List<R> found = new ArrayList<>();
    try (Rows<R> rows = tables.scan(table)) {
      rows.forEachRemaining(found::add);
    }
    return found;
  }
}
