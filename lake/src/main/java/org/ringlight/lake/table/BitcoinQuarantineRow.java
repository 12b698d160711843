package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.BlockHash;

/** A row of {@code btc.quarantine}; the components are the columns of {@link #TABLE}. */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record BitcoinQuarantineRow(
    long height,
    @Nullable BlockHash blockHash,
    String place,
    String reason,
    byte[] bytes,
    long seenAt) {

  public static final Table<BitcoinQuarantineRow> TABLE =
      new Table<>(
          Namespace.BTC,
          "quarantine",
          "What could not be read or did not verify, kept byte for byte.",
          List.of(
              required(1, "height", "blocks", "The block it came with.")
                  .int64(BitcoinQuarantineRow::height),
              optional(2, "block_hash", "", "The block's id, where known.")
                  .bytes32(BitcoinQuarantineRow::blockHash),
              required(3, "place", "", "What was being read, from the outside in.")
                  .text(BitcoinQuarantineRow::place),
              required(4, "reason", "", "Why it was not accepted.")
                  .text(BitcoinQuarantineRow::reason),
              required(5, "bytes", "", "The bytes as received.").bytes(BitcoinQuarantineRow::bytes),
              required(6, "seen_at", "s since 1970", "When it was received.")
                  .int64(BitcoinQuarantineRow::seenAt)),
          "height",
          BitcoinQuarantineRow::height,
          Cut.HEIGHT,
          BitcoinQuarantineRow::height,
          BitcoinQuarantineRow::read);

  private static BitcoinQuarantineRow read(RowSource in) {
    return new BitcoinQuarantineRow(
        in.int64(),
        in.optionalBytes32(BlockHash::at),
        in.text(),
        in.text(),
        in.bytes(),
        in.int64());
  }
}
