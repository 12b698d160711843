package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.BlockHash;

/**
 * A row of {@code findings.runs} or {@code btc_findings.runs}; the components are the columns of
 * {@link #TABLE} and of {@link #BITCOIN_TABLE}.
 */
public record RunRow(
    long number,
    String runId,
    long startedAt,
    String heuristics,
    String inputs,
    long claims,
    long takenBackAbove,
    long height,
    BlockHash tipHash) {

  /** {@link #takenBackAbove} of a run that took nothing back. */
  public static final long NOTHING_TAKEN_BACK = Long.MAX_VALUE;

  private static final List<Column<RunRow>> COLUMNS =
      List.of(
          required(1, "number", "", "Running number of the row, ascending over all commits.")
              .int64(RunRow::number),
          required(2, "run_id", "", "The run's name, as its findings give it.").text(RunRow::runId),
          required(3, "started_at", "s since 1970", "When it began.").int64(RunRow::startedAt),
          required(4, "heuristics", "", "Ids of its heuristics, separated by \"; \".")
              .text(RunRow::heuristics),
          required(
                  5,
                  "inputs",
                  "",
                  "What else went in, in words and digests: alternative branches, pool, forks,"
                      + " assertions; empty where nothing did.")
              .text(RunRow::inputs),
          required(6, "claims", "", "Rows of findings that it appended.").int64(RunRow::claims),
          required(
                  7,
                  "taken_back_above",
                  "blocks",
                  "Findings of heights above this one were taken back before: all of them where"
                      + " it is -1, none where it is 2^63-1.")
              .int64(RunRow::takenBackAbove),
          required(8, "height", "blocks", "The last block it looked at.").int64(RunRow::height),
          required(9, "tip_hash", "", "Id of that block.").bytes32(RunRow::tipHash));

  public static final Table<RunRow> TABLE =
      table(
          Namespace.FINDINGS,
          "A run of heuristics, written by the commit that writes its claims. Rows are never taken"
              + " back.");

  public static final Table<RunRow> BITCOIN_TABLE =
      table(
          Namespace.BTC_FINDINGS,
          "A run over the Bitcoin chain, written by the commit that writes what it found. Rows are"
              + " never taken back.");

  private static Table<RunRow> table(Namespace namespace, String documentation) {
    return new Table<>(
        namespace,
        "runs",
        documentation,
        COLUMNS,
        "number",
        RunRow::number,
        Cut.NEVER,
        RunRow::height,
        RunRow::read);
  }

  private static RunRow read(RowSource in) {
    return new RunRow(
        in.int64(),
        in.text(),
        in.int64(),
        in.text(),
        in.text(),
        in.int64(),
        in.int64(),
        in.int64(),
        in.bytes32(BlockHash::at));
  }
}
