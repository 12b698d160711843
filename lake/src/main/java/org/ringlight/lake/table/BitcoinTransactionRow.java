package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.TxHash;

/** A row of {@code btc.transactions}; the components are the columns of {@link #TABLE}. */
public record BitcoinTransactionRow(
    long txId,
    long height,
    int indexInBlock,
    TxHash hash,
    boolean coinbase,
    int version,
    long lockTime,
    @Nullable Long fee,
    int bytes,
    int weight,
    int inputCount,
    int outputCount) {

  public static final Table<BitcoinTransactionRow> TABLE =
      new Table<>(
          Namespace.BTC,
          "transactions",
          "A transaction of the current chain, coinbases included.",
          List.of(
              required(
                      1,
                      "tx_id",
                      "",
                      "Dense number in chain order from 0 at genesis. Reused after a"
                          + " reorganisation: never a key of findings.")
                  .int64(BitcoinTransactionRow::txId),
              required(2, "height", "blocks", "The block it is in.")
                  .int64(BitcoinTransactionRow::height),
              required(3, "index_in_block", "", "Position in the block; 0 is the coinbase.")
                  .int32(BitcoinTransactionRow::indexInBlock),
              required(4, "hash", "", "The transaction's id, in display order.")
                  .bytes32(BitcoinTransactionRow::hash),
              required(5, "coinbase", "", "Whether it is the miner's.")
                  .bool(BitcoinTransactionRow::coinbase),
              required(6, "version", "", "As on the chain, signed.")
                  .int32(BitcoinTransactionRow::version),
              required(
                      7,
                      "lock_time",
                      "",
                      "Unsigned 32 bits: below 500,000,000 a height, else seconds since 1970.")
                  .int64(BitcoinTransactionRow::lockTime),
              optional(
                      8,
                      "fee",
                      "satoshi",
                      "Absent where an input is older than the slice; 0 for a coinbase.")
                  .int64(BitcoinTransactionRow::fee),
              required(9, "bytes", "bytes", "Size on the wire, witnesses included.")
                  .int32(BitcoinTransactionRow::bytes),
              required(
                      10,
                      "weight",
                      "weight units",
                      "As BIP 141 weighs it; a quarter of it, rounded up, is the virtual size.")
                  .int32(BitcoinTransactionRow::weight),
              required(11, "input_count", "", "Inputs; 0 for a coinbase.")
                  .int32(BitcoinTransactionRow::inputCount),
              required(12, "output_count", "", "Outputs.")
                  .int32(BitcoinTransactionRow::outputCount)),
          "tx_id",
          BitcoinTransactionRow::txId,
          Cut.HEIGHT,
          BitcoinTransactionRow::height,
          BitcoinTransactionRow::read);

  private static BitcoinTransactionRow read(RowSource in) {
    return new BitcoinTransactionRow(
        in.int64(),
        in.int64(),
        in.int32(),
        in.bytes32(TxHash::at),
        in.bool(),
        in.int32(),
        in.int64(),
        in.optionalInt64(),
        in.int32(),
        in.int32(),
        in.int32(),
        in.int32());
  }
}
