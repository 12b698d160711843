package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.TxHash;

/** A row of {@code btc_findings.coinjoins}; the components are the columns of {@link #TABLE}. */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record BitcoinCoinJoinRow(
    long height,
    TxHash txHash,
    String kind,
    int confidence,
    int participants,
    long[] denominations,
    boolean stands,
    String guarantee,
    String runId) {

  public static final Table<BitcoinCoinJoinRow> TABLE =
      new Table<>(
          Namespace.BTC_FINDINGS,
          "coinjoins",
          "A sign that several people made a transaction together, or that it makes coins for such"
              + " a one.",
          List.of(
              required(1, "height", "blocks", "The block that the transaction is in.")
                  .int64(BitcoinCoinJoinRow::height),
              required(2, "tx_hash", "", "The transaction's id.")
                  .bytes32(BitcoinCoinJoinRow::txHash),
              required(
                      3,
                      "kind",
                      "",
                      "equal-outputs, whirlpool, whirlpool-tx0, wasabi-1.0, wasabi-1.1, wasabi-2.0"
                          + " or joinmarket.")
                  .text(BitcoinCoinJoinRow::kind),
              required(4, "confidence", "percent", "The detector's own: a rank, not a probability.")
                  .int32(BitcoinCoinJoinRow::confidence),
              required(
                      5,
                      "participants",
                      "",
                      "At least so many took part, as far as the shape tells.")
                  .int32(BitcoinCoinJoinRow::participants),
              required(6, "denominations", "satoshi", "Of the mixed outputs, ascending.")
                  .int64List(10, BitcoinCoinJoinRow::denominations),
              required(
                      7,
                      "stands",
                      "",
                      "Whether nothing vetoes it: false where it looks like a Stonewall.")
                  .bool(BitcoinCoinJoinRow::stands),
              required(8, "guarantee", "", "statistical.").text(BitcoinCoinJoinRow::guarantee),
              required(9, "run_id", "", "The run that says so, a row of runs.")
                  .text(BitcoinCoinJoinRow::runId)),
          "height",
          BitcoinCoinJoinRow::height,
          Cut.HEIGHT,
          BitcoinCoinJoinRow::height,
          BitcoinCoinJoinRow::read);

  private static BitcoinCoinJoinRow read(RowSource in) {
    return new BitcoinCoinJoinRow(
        in.int64(),
        in.bytes32(TxHash::at),
        in.text(),
        in.int32(),
        in.int32(),
        in.int64List(),
        in.bool(),
        in.text(),
        in.text());
  }
}
