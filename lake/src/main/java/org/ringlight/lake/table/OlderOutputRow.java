package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.older_outputs}; the components are the columns of {@link #TABLE}. {@code
 * indexSpace} is the 64 bits of an unsigned number.
 */
public record OlderOutputRow(
    long indexSpace,
    long amountIndex,
    long height,
    long createdAtHeight,
    TxHash txHash,
    PublicKey publicKey,
    Commitment commitment) {

  public static final Table<OlderOutputRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "older_outputs",
          "An output older than the slice that was indexed, named by a ring in it; empty where the"
              + " tables begin at genesis. All but the name is the node's word: no hash verifies"
              + " it, because the output's block is not here. Each output once.",
          List.of(
              required(
                      1,
                      "index_space",
                      "atomic",
                      "0 for every RingCT output and every v2 coinbase, else the cleartext amount;"
                          + " unsigned 64 bits.")
                  .uint64(OlderOutputRow::indexSpace),
              required(2, "amount_index", "", "Number among the outputs of its index space.")
                  .int64(OlderOutputRow::amountIndex),
              required(
                      3,
                      "height",
                      "blocks",
                      "Block of the first ring that names it: with it this row is taken back.")
                  .int64(OlderOutputRow::height),
              required(
                      4,
                      "created_at_height",
                      "blocks",
                      "Block that creates it, before the slice; the node's word.")
                  .int64(OlderOutputRow::createdAtHeight),
              required(5, "tx_hash", "", "The transaction that creates it; the node's word.")
                  .bytes32(OlderOutputRow::txHash),
              required(6, "public_key", "", "One-time output key; the node's word.")
                  .bytes32(OlderOutputRow::publicKey),
              required(
                      7,
                      "commitment",
                      "",
                      "Pedersen commitment to the value; the node's word, worked out by it where"
                          + " the value is public.")
                  .bytes32(OlderOutputRow::commitment)),
          "height",
          OlderOutputRow::height,
          Cut.HEIGHT,
          OlderOutputRow::height,
          OlderOutputRow::read);

  private static OlderOutputRow read(RowSource in) {
    return new OlderOutputRow(
        in.int64(),
        in.int64(),
        in.int64(),
        in.int64(),
        in.bytes32(TxHash::at),
        in.bytes32(PublicKey::at),
        in.bytes32(Commitment::at));
  }
}
