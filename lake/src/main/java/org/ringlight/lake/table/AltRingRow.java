package org.ringlight.lake.table;

import static org.ringlight.lake.table.BranchPlace.NOT_KNOWN;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import java.util.Set;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.alt_rings}; {@code ring} has no dense ids, neither its own nor its members'.
 *
 * @param txHash the transaction that spends
 */
public record AltRingRow(BranchPlace place, TxHash txHash, RingRow ring) {

  public static final Table<AltRingRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "alt_rings",
          "A ring of a transaction of alt_transactions. A key image that the main chain has too"
              + " spends the same output there. Members from the split on are outputs of the branch"
              + " (alt_outputs), those before it of both.",
          BranchPlace.columns(
              AltRingRow::place,
              List.of(
                  required(6, "tx_hash", "", "The transaction that spends.")
                      .bytes32(AltRingRow::txHash)),
              RingRow.TABLE,
              AltRingRow::ring,
              Set.of("ring_id", "tx_id", "height", "member_ids")),
          "height",
          row -> row.place().height(),
          Cut.NEVER,
          row -> row.place().height(),
          AltRingRow::read);

  private static AltRingRow read(RowSource in) {
    BranchPlace place = BranchPlace.read(in);
    TxHash txHash = in.bytes32(TxHash::at);
    RingRow ring =
        new RingRow(
            NOT_KNOWN,
            NOT_KNOWN,
            place.height(),
            in.int32(),
            in.int64(),
            in.bytes32(KeyImage::at),
            in.int64List(),
            null,
            in.optionalBytes32(Commitment::at));
    return new AltRingRow(place, txHash, ring);
  }
}
