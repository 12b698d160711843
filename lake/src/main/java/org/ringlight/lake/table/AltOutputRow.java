package org.ringlight.lake.table;

import static org.ringlight.lake.table.BranchPlace.NOT_KNOWN;
import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import java.util.Set;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.alt_outputs}; {@code output} has no dense ids, and its amount index may be
 * {@link BranchPlace#NOT_KNOWN}.
 *
 * @param txHash the transaction that creates it
 */
public record AltOutputRow(BranchPlace place, TxHash txHash, OutputRow output) {

  public static final Table<AltOutputRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "alt_outputs",
          "An output of a transaction of alt_transactions.",
          BranchPlace.columns(
              AltOutputRow::place,
              List.of(
                  required(6, "tx_hash", "", "The transaction that creates it.")
                      .bytes32(AltOutputRow::txHash),
                  optional(
                          6,
                          "amount_index",
                          "",
                          "Number among the outputs of its index space as it was on the branch; the"
                              + " main chain gives it to another output. Absent where the branch"
                              + " was never the indexed chain.")
                      .int64(
                          row ->
                              row.output().amountIndex() == NOT_KNOWN
                                  ? null
                                  : row.output().amountIndex())),
              OutputRow.TABLE,
              AltOutputRow::output,
              Set.of("output_id", "tx_id", "height", "amount_index")),
          "height",
          row -> row.place().height(),
          Cut.NEVER,
          row -> row.place().height(),
          AltOutputRow::read);

  private static AltOutputRow read(RowSource in) {
    BranchPlace place = BranchPlace.read(in);
    TxHash txHash = in.bytes32(TxHash::at);
    Long amountIndex = in.optionalInt64();
    OutputRow output =
        new OutputRow(
            NOT_KNOWN,
            NOT_KNOWN,
            place.height(),
            in.int32(),
            in.int64(),
            amountIndex == null ? NOT_KNOWN : amountIndex,
            in.optionalInt64(),
            in.bytes32(PublicKey::at),
            in.optionalBytes32(Commitment::at),
            in.optionalInt32(),
            in.optionalBytes());
    return new AltOutputRow(place, txHash, output);
  }
}
