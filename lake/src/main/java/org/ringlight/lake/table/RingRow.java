package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.KeyImage;

/**
 * A row of {@code xmr.rings}; the components are the columns of {@link #TABLE}. {@code indexSpace}
 * is the 64 bits of an unsigned number. An element of {@code memberIds} that is not known, as an
 * older member's in a slice, is {@link #NO_ID} here and absent ({@code NULL}) in the table; the
 * list is absent where no member was resolved.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record RingRow(
    long ringId,
    long txId,
    long height,
    int inputIndex,
    long indexSpace,
    KeyImage keyImage,
    long[] members,
    long @Nullable [] memberIds,
    @Nullable Commitment pseudoOutput) {

  /** The member's dense id is not known. */
  public static final long NO_ID = RowSink.ABSENT;

  public static final Table<RingRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "rings",
          "An input that is no coinbase: a key image and the ring that hides what it spends.",
          List.of(
              required(
                      1,
                      "ring_id",
                      "",
                      "Dense number in chain order from 0 at genesis. Reused after a"
                          + " reorganisation: never a key of findings.")
                  .int64(RingRow::ringId),
              required(2, "tx_id", "", "The transaction that spends.").int64(RingRow::txId),
              required(3, "height", "blocks", "The block it is in.").int64(RingRow::height),
              required(4, "input_index", "", "Position among the transaction's inputs.")
                  .int32(RingRow::inputIndex),
              required(
                      5,
                      "index_space",
                      "atomic",
                      "The index space of its members: 0 for RingCT, else the cleartext amount;"
                          + " unsigned 64 bits.")
                  .uint64(RingRow::indexSpace),
              required(6, "key_image", "", "Unique on the chain.").bytes32(RingRow::keyImage),
              required(
                      7,
                      "members",
                      "",
                      "Absolute amount_index of each ring member, in wire order, duplicates kept."
                          + " Each names an output that exists, so it is below 2^63.")
                  .int64List(10, RingRow::members),
              optional(
                      8,
                      "member_ids",
                      "",
                      "output_id of each ring member, in the same order; an element is absent where"
                          + " the output is older than the slice that was indexed.")
                  .int64List(11, RingRow::memberIds),
              optional(
                      9,
                      "pseudo_output",
                      "",
                      "Commitment to the spent value where it is not prunable: RingCT type 2 only.")
                  .bytes32(RingRow::pseudoOutput)),
          "ring_id",
          RingRow::ringId,
          Cut.HEIGHT,
          RingRow::height,
          RingRow::read);

  private static RingRow read(RowSource in) {
    return new RingRow(
        in.int64(),
        in.int64(),
        in.int64(),
        in.int32(),
        in.int64(),
        in.bytes32(KeyImage::at),
        in.int64List(),
        in.optionalInt64List(),
        in.optionalBytes32(Commitment::at));
  }
}
