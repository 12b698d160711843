package org.ringlight.analytics.ring;

import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.TxHash;

/**
 * Hashes of transactions asked for in chain order: the table is opened when the first is, and read
 * along.
 */
final class TxHashes implements AutoCloseable {

  private final Snapshot tables;
  private @Nullable Rows<TransactionRow> rows;
  private @Nullable TransactionRow current;

  TxHashes(Snapshot tables) {
    this.tables = tables;
  }

  /** The hash of the transaction with that number, not below one asked for before. */
  TxHash of(long txId) {
    Rows<TransactionRow> open = rows;
    if (open == null) {
      open =
          tables.find(TransactionRow.TABLE, TransactionRow.TABLE.keyBetween(txId, Long.MAX_VALUE));
      rows = open;
    }
    TransactionRow row = current;
    while (row == null || row.txId() < txId) {
      if (!open.hasNext()) {
        throw new DataInvalid(
            "a ring is of a transaction that is not in the tables",
            "tx_id " + txId,
            "run ringlight verify, or index again into an empty folder");
      }
      row = open.next();
    }
    current = row;
    return row.hash();
  }

  @Override
  public void close() {
    Rows<TransactionRow> open = rows;
    if (open != null) {
      open.close();
    }
  }
}
