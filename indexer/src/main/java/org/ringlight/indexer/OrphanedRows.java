package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.AltOutputRow;
import org.ringlight.lake.table.AltRingRow;
import org.ringlight.lake.table.AltTransactionRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * Copies what a reorganisation takes back into the tables of branches, row by row: of all that is
 * copied only hashes are in memory.
 */
final class OrphanedRows {

  private final Commit commit;
  private final Snapshot tables;
  private final long shared;
  private final Map<Long, BranchPlace> places = new HashMap<>();
  private final Map<Long, TxHash> hashes = new HashMap<>();

  /**
   * @param shared the last height that stays
   */
  OrphanedRows(Commit commit, Snapshot tables, long shared) {
    this.commit = commit;
    this.tables = tables;
    this.shared = shared;
  }

  /**
   * Copies the blocks that are not kept yet.
   *
   * @return them
   */
  List<BranchPlace> copy(KeptBlocks kept, long seenAt) {
    blocks(kept, seenAt);
    try (Rows<TransactionRow> rows = tables.scan(TransactionRow.TABLE, shared + 1, top())) {
      while (rows.hasNext()) {
        TransactionRow row = rows.next();
        BranchPlace place = places.get(row.height());
        if (place != null) {
          hashes.put(row.txId(), row.hash());
          commit.append(AltTransactionRow.TABLE, new AltTransactionRow(place, row));
        }
      }
    }
    try (Rows<OutputRow> rows = tables.scan(OutputRow.TABLE, shared + 1, top())) {
      while (rows.hasNext()) {
        OutputRow row = rows.next();
        BranchPlace place = places.get(row.height());
        TxHash hash = hashes.get(row.txId());
        if (place != null && hash != null) {
          commit.append(AltOutputRow.TABLE, new AltOutputRow(place, hash, row));
        }
      }
    }
    try (Rows<RingRow> rows = tables.scan(RingRow.TABLE, shared + 1, top())) {
      while (rows.hasNext()) {
        RingRow row = rows.next();
        BranchPlace place = places.get(row.height());
        TxHash hash = hashes.get(row.txId());
        if (place != null && hash != null) {
          commit.append(AltRingRow.TABLE, new AltRingRow(place, hash, row));
        }
      }
    }
    return List.copyOf(places.values());
  }

  private long top() {
    return tables.tip().height();
  }

  private void blocks(KeptBlocks kept, long seenAt) {
    Map<Long, List<TxHash>> unread = quarantined();
    BlockHash branch = null;
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, shared + 1, top())) {
      while (rows.hasNext()) {
        BlockRow row = rows.next();
        branch = branch == null ? row.hash() : branch;
        List<TxHash> missing = unread.getOrDefault(row.height(), List.of());
        BranchPlace place =
            new BranchPlace(branch, row.hash(), row.height(), seenAt, missing.isEmpty());
        if (kept.lacks(place)) {
          places.put(row.height(), place);
          commit.append(AltBlockRow.TABLE, new AltBlockRow(place, row, missing));
        }
      }
    }
  }

  /** Transactions that have no rows, by height. */
  private Map<Long, List<TxHash>> quarantined() {
    Map<Long, List<TxHash>> hashes = new HashMap<>();
    try (Rows<QuarantineRow> rows = tables.scan(QuarantineRow.TABLE, shared + 1, top())) {
      while (rows.hasNext()) {
        QuarantineRow row = rows.next();
        if (row.txHash() != null) {
          hashes.computeIfAbsent(row.height(), height -> new ArrayList<>()).add(row.txHash());
        }
      }
    }
    return hashes;
  }
}
