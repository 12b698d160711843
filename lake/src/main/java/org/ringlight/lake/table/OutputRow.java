package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.PublicKey;

/**
 * A row of {@code xmr.outputs}; the components are the columns of {@link #TABLE}. {@code
 * indexSpace} and {@code value} are the 64 bits of unsigned numbers.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record OutputRow(
    long outputId,
    long txId,
    long height,
    int indexInTx,
    long indexSpace,
    long amountIndex,
    @Nullable Long value,
    PublicKey publicKey,
    @Nullable Commitment commitment,
    @Nullable Integer viewTag,
    byte @Nullable [] encryptedAmount) {

  public static final Table<OutputRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "outputs",
          "An output of the current chain, named by (index_space, amount_index).",
          List.of(
              required(
                      1,
                      "output_id",
                      "",
                      "Dense number in chain order from 0 at genesis. Reused after a"
                          + " reorganisation: never a key of findings.")
                  .int64(OutputRow::outputId),
              required(2, "tx_id", "", "The transaction that creates it.").int64(OutputRow::txId),
              required(3, "height", "blocks", "The block it is in.").int64(OutputRow::height),
              required(4, "index_in_tx", "", "Position among the transaction's outputs.")
                  .int32(OutputRow::indexInTx),
              required(
                      5,
                      "index_space",
                      "atomic",
                      "0 for every RingCT output and every v2 coinbase, else the cleartext amount;"
                          + " unsigned 64 bits.")
                  .uint64(OutputRow::indexSpace),
              required(6, "amount_index", "", "Number among the outputs of its index space.")
                  .int64(OutputRow::amountIndex),
              optional(7, "value", "atomic", "Absent where hidden; unsigned 64 bits.")
                  .uint64(OutputRow::value),
              required(8, "public_key", "", "One-time output key.").bytes32(OutputRow::publicKey),
              optional(9, "commitment", "", "Pedersen commitment to the value; RingCT only.")
                  .bytes32(OutputRow::commitment),
              optional(10, "view_tag", "", "One byte, 0 to 255; since hard fork 15.")
                  .int32(OutputRow::viewTag),
              optional(
                      11,
                      "encrypted_amount",
                      "",
                      "As in the transaction: 8 bytes in RingCT types 4 to 6, mask and amount (64"
                          + " bytes) in types 1 to 3, else absent.")
                  .bytes(OutputRow::encryptedAmount)),
          "output_id",
          OutputRow::outputId,
          Cut.HEIGHT,
          OutputRow::height,
          OutputRow::read);

  /** The output with this name. */
  public static List<Selection<OutputRow>> named(long indexSpace, long amountIndex) {
    return List.of(
        new Selection.Between<>("index_space", OutputRow::indexSpace, indexSpace, indexSpace),
        new Selection.Between<>("amount_index", OutputRow::amountIndex, amountIndex, amountIndex));
  }

  private static OutputRow read(RowSource in) {
    return new OutputRow(
        in.int64(),
        in.int64(),
        in.int64(),
        in.int32(),
        in.int64(),
        in.int64(),
        in.optionalInt64(),
        in.bytes32(PublicKey::at),
        in.optionalBytes32(Commitment::at),
        in.optionalInt32(),
        in.optionalBytes());
  }
}
