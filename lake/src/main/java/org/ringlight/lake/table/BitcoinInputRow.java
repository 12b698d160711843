package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code btc.inputs}; the components are the columns of {@link #TABLE}. What is known of
 * the spent output is absent together, where it is older than the slice that was indexed.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record BitcoinInputRow(
    long inputId,
    long txId,
    long height,
    int inputIndex,
    TxHash previousTx,
    long previousIndex,
    @Nullable Long outputId,
    @Nullable Long value,
    @Nullable Long addressId,
    @Nullable String scriptType,
    long sequence,
    boolean signsAll,
    byte @Nullable [] revealedScript) {

  public static final Table<BitcoinInputRow> TABLE =
      new Table<>(
          Namespace.BTC,
          "inputs",
          "An input that spends an output, with what it spends.",
          List.of(
              required(
                      1,
                      "input_id",
                      "",
                      "Dense number in chain order from 0 at genesis. Reused after a"
                          + " reorganisation: never a key of findings.")
                  .int64(BitcoinInputRow::inputId),
              required(2, "tx_id", "", "The transaction that spends.").int64(BitcoinInputRow::txId),
              required(3, "height", "blocks", "The block it is in.").int64(BitcoinInputRow::height),
              required(4, "input_index", "", "Position among the transaction's inputs.")
                  .int32(BitcoinInputRow::inputIndex),
              required(5, "prev_tx_hash", "", "The transaction that created what it spends.")
                  .bytes32(BitcoinInputRow::previousTx),
              required(6, "prev_index", "", "Position among the outputs there; unsigned 32 bits.")
                  .int64(BitcoinInputRow::previousIndex),
              optional(7, "output_id", "", "The output that it spends.")
                  .int64(BitcoinInputRow::outputId),
              optional(8, "value", "satoshi", "What that output is worth.")
                  .int64(BitcoinInputRow::value),
              optional(
                      9,
                      "address_id",
                      "",
                      "The address it was locked to; absent too where its script names none.")
                  .int64(BitcoinInputRow::addressId),
              optional(10, "script_type", "", "The kind of that output's script.")
                  .text(BitcoinInputRow::scriptType),
              required(11, "sequence", "", "Unsigned 32 bits (BIP 68, BIP 125).")
                  .int64(BitcoinInputRow::sequence),
              required(
                      12,
                      "signs_all",
                      "",
                      "Whether every signature it shows binds all inputs and outputs.")
                  .bool(BitcoinInputRow::signsAll),
              optional(
                      13,
                      "revealed_script",
                      "",
                      "The redeem, witness or leaf script that it shows, where the output held its"
                          + " hash alone.")
                  .bytes(BitcoinInputRow::revealedScript)),
          "input_id",
          BitcoinInputRow::inputId,
          Cut.HEIGHT,
          BitcoinInputRow::height,
          BitcoinInputRow::read);

  private static BitcoinInputRow read(RowSource in) {
    return new BitcoinInputRow(
        in.int64(),
        in.int64(),
        in.int64(),
        in.int32(),
        in.bytes32(TxHash::at),
        in.int64(),
        in.optionalInt64(),
        in.optionalInt64(),
        in.optionalInt64(),
        in.optionalText(),
        in.int64(),
        in.bool(),
        in.optionalBytes());
  }
}
