package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.pool_rings}; the components are the columns of {@link #TABLE}. {@code
 * indexSpace} is the 64 bits of an unsigned number.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record PoolRingRow(
    long height,
    TxHash txHash,
    int inputIndex,
    long indexSpace,
    KeyImage keyImage,
    long[] members) {

  public static final Table<PoolRingRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "pool_rings",
          "An input of a transaction that was seen in the pool; a row for each of its stays.",
          List.of(
              required(1, "height", "blocks", "As in pool_transactions, row by row.")
                  .int64(PoolRingRow::height),
              required(2, "tx_hash", "", "The transaction that spends.")
                  .bytes32(PoolRingRow::txHash),
              required(3, "input_index", "", "Position among the transaction's inputs.")
                  .int32(PoolRingRow::inputIndex),
              required(
                      4,
                      "index_space",
                      "atomic",
                      "The index space of its members: 0 for RingCT, else the cleartext amount;"
                          + " unsigned 64 bits.")
                  .uint64(PoolRingRow::indexSpace),
              required(
                      5,
                      "key_image",
                      "",
                      "Of what it spends; of two transactions with the same one, a block can hold"
                          + " one.")
                  .bytes32(PoolRingRow::keyImage),
              required(
                      6,
                      "members",
                      "",
                      "amount_index of each ring member, in wire order, duplicates kept. As the"
                          + " transaction says: whether they exist is checked when it is mined.")
                  .int64List(7, PoolRingRow::members)),
          "height",
          PoolRingRow::height,
          Cut.UNDECIDED,
          PoolRingRow::height,
          PoolRingRow::read);

  /** The same ring where the fate of its transaction was decided at another height. */
  public PoolRingRow decided(long newHeight) {
    return new PoolRingRow(newHeight, txHash, inputIndex, indexSpace, keyImage, members);
  }

  private static PoolRingRow read(RowSource in) {
    return new PoolRingRow(
        in.int64(),
        in.bytes32(TxHash::at),
        in.int32(),
        in.int64(),
        in.bytes32(KeyImage::at),
        in.int64List());
  }
}
