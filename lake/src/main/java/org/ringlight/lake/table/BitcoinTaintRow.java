package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.TxHash;

/** A row of {@code btc_findings.taint}; the components are the columns of {@link #TABLE}. */
public record BitcoinTaintRow(
    long number,
    String caseName,
    String source,
    String method,
    TxHash txHash,
    int outputIndex,
    @Nullable String address,
    long tainted,
    long value,
    String place,
    String guarantee,
    String assumption,
    String runId,
    long height) {

  public static final Table<BitcoinTaintRow> TABLE =
      new Table<>(
          Namespace.BTC_FINDINGS,
          "taint",
          "An output that holds coins of a source, by a convention of how coins go through"
              + " transactions.",
          List.of(
              required(1, "number", "", "Running number of the row as of this commit; no key.")
                  .int64(BitcoinTaintRow::number),
              required(2, "case_name", "", "What is followed. A run replaces the rows of its case.")
                  .text(BitcoinTaintRow::caseName),
              required(3, "source", "", "Where the coins come from.").text(BitcoinTaintRow::source),
              required(4, "method", "", "poison, haircut, fifo, lifo, tiho or dirty-first.")
                  .text(BitcoinTaintRow::method),
              required(5, "tx_hash", "", "The transaction that made the output.")
                  .bytes32(BitcoinTaintRow::txHash),
              required(6, "output_index", "", "Position among its outputs.")
                  .int32(BitcoinTaintRow::outputIndex),
              optional(
                      7,
                      "address",
                      "",
                      "The address it is locked to; absent where its script names none.")
                  .text(BitcoinTaintRow::address),
              required(8, "tainted", "satoshi", "How much of it is from the source.")
                  .int64(BitcoinTaintRow::tainted),
              required(9, "value", "satoshi", "What it is worth.").int64(BitcoinTaintRow::value),
              required(
                      10,
                      "place",
                      "",
                      "unspent: it lies there as of height; service: it came to a tagged owner, and"
                          + " is followed no further, spent or not.")
                  .text(BitcoinTaintRow::place),
              required(11, "guarantee", "", "conditional.").text(BitcoinTaintRow::guarantee),
              required(12, "assumption", "", "The method and the policies beside it, in words.")
                  .text(BitcoinTaintRow::assumption),
              required(13, "run_id", "", "The run that says so, a row of runs.")
                  .text(BitcoinTaintRow::runId),
              required(14, "height", "blocks", "The last block it looked at.")
                  .int64(BitcoinTaintRow::height)),
          "number",
          BitcoinTaintRow::number,
          Cut.HEIGHT,
          BitcoinTaintRow::height,
          BitcoinTaintRow::read);

  private static BitcoinTaintRow read(RowSource in) {
    return new BitcoinTaintRow(
        in.int64(),
        in.text(),
        in.text(),
        in.text(),
        in.bytes32(TxHash::at),
        in.int32(),
        in.optionalText(),
        in.int64(),
        in.int64(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.int64());
  }
}
