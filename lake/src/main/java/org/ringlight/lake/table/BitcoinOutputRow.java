package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code btc.outputs}; the components are the columns of {@link #TABLE}. */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record BitcoinOutputRow(
    long outputId,
    long txId,
    long height,
    int indexInTx,
    long value,
    @Nullable Long addressId,
    String scriptType,
    byte @Nullable [] script) {

  public static final Table<BitcoinOutputRow> TABLE =
      new Table<>(
          Namespace.BTC,
          "outputs",
          "An output of the current chain; what spends it is found through inputs.",
          List.of(
              required(
                      1,
                      "output_id",
                      "",
                      "Dense number in chain order from 0 at genesis. Reused after a"
                          + " reorganisation: never a key of findings.")
                  .int64(BitcoinOutputRow::outputId),
              required(2, "tx_id", "", "The transaction that creates it.")
                  .int64(BitcoinOutputRow::txId),
              required(3, "height", "blocks", "The block it is in.")
                  .int64(BitcoinOutputRow::height),
              required(4, "index_in_tx", "", "Position among the transaction's outputs.")
                  .int32(BitcoinOutputRow::indexInTx),
              required(5, "value", "satoshi", "What it is worth.").int64(BitcoinOutputRow::value),
              optional(
                      6,
                      "address_id",
                      "",
                      "The address it is locked to; absent where its script names none.")
                  .int64(BitcoinOutputRow::addressId),
              required(7, "script_type", "", "The kind of its script.")
                  .text(BitcoinOutputRow::scriptType),
              optional(8, "script", "", "The script; absent where the address says all of it.")
                  .bytes(BitcoinOutputRow::script)),
          "output_id",
          BitcoinOutputRow::outputId,
          Cut.HEIGHT,
          BitcoinOutputRow::height,
          BitcoinOutputRow::read);

  private static BitcoinOutputRow read(RowSource in) {
    return new BitcoinOutputRow(
        in.int64(),
        in.int64(),
        in.int64(),
        in.int32(),
        in.int64(),
        in.optionalInt64(),
        in.text(),
        in.optionalBytes());
  }
}
