package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/** A row of {@code xmr.quarantine}; the components are the columns of {@link #TABLE}. */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record QuarantineRow(
    long height,
    @Nullable BlockHash blockHash,
    @Nullable TxHash txHash,
    String place,
    String reason,
    byte[] bytes,
    long seenAt) {

  public static final Table<QuarantineRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "quarantine",
          "What could not be read or did not verify, kept byte for byte.",
          List.of(
              required(1, "height", "blocks", "The block it came with.")
                  .int64(QuarantineRow::height),
              optional(2, "block_hash", "", "The block's id, where known.")
                  .bytes32(QuarantineRow::blockHash),
              optional(3, "tx_hash", "", "The transaction's id, where known.")
                  .bytes32(QuarantineRow::txHash),
              required(4, "place", "", "What was being read, from the outside in.")
                  .text(QuarantineRow::place),
              required(5, "reason", "", "Why it was not accepted.").text(QuarantineRow::reason),
              required(6, "bytes", "", "The bytes as received.").bytes(QuarantineRow::bytes),
              required(7, "seen_at", "s since 1970", "When it was received.")
                  .int64(QuarantineRow::seenAt)),
          "height",
          QuarantineRow::height,
          Cut.HEIGHT,
          QuarantineRow::height,
          QuarantineRow::read);

  private static QuarantineRow read(RowSource in) {
    return new QuarantineRow(
        in.int64(),
        in.optionalBytes32(BlockHash::at),
        in.optionalBytes32(TxHash::at),
        in.text(),
        in.text(),
        in.bytes(),
        in.int64());
  }
}
