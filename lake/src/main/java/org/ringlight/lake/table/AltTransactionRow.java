package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import java.util.Set;
import org.ringlight.protocol.TxHash;

/** A row of {@code xmr.alt_transactions}; {@code transaction} has no dense id. */
public record AltTransactionRow(BranchPlace place, TransactionRow transaction) {

  public static final Table<AltTransactionRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "alt_transactions",
          "A transaction of a block of alt_blocks, with all its rings and outputs beside it. Often"
              + " the main chain has it too, in another block: compare tx_hash with"
              + " transactions.hash.",
          BranchPlace.columns(
              AltTransactionRow::place,
              List.of(
                  required(6, "tx_hash", "", "The transaction's id.")
                      .bytes32(row -> row.transaction().hash())),
              TransactionRow.TABLE,
              AltTransactionRow::transaction,
              Set.of("tx_id", "height", "hash")),
          "height",
          row -> row.place().height(),
          Cut.NEVER,
          row -> row.place().height(),
          AltTransactionRow::read);

  private static AltTransactionRow read(RowSource in) {
    BranchPlace place = BranchPlace.read(in);
    TxHash hash = in.bytes32(TxHash::at);
    return new AltTransactionRow(
        place, TransactionRow.read(BranchPlace.NOT_KNOWN, place.height(), hash, in));
  }
}
