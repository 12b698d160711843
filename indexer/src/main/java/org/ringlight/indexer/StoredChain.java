package org.ringlight.indexer;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.NodeClient;

/** The chain as the tables of one tip hold it; empty before the first commit. */
final class StoredChain {

  private final Optional<Snapshot> snapshot;

  StoredChain(Optional<Snapshot> snapshot) {
    this.snapshot = snapshot;
  }

  /** The last height; -1 where there is none. */
  long tipHeight() {
    return snapshot.map(s -> s.tip().height()).orElse(-1L);
  }

  /** The id of the block at {@code height}; empty where the tables do not hold it. */
  Optional<BlockHash> hashAt(long height) {
    if (snapshot.isEmpty() || height > tipHeight()) {
      return Optional.empty();
    }
    Snapshot tables = snapshot.get();
    if (height == tipHeight()) {
      return Optional.of(tables.tip().hash());
    }
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, height, height)) {
      return rows.hasNext() ? Optional.of(rows.next().hash()) : Optional.empty();
    }
  }

  /**
   * The highest block that both the tables and the node's chain hold; -1 where they share none.
   * Below a shared block everything is shared, so it is found by halving.
   *
   * @param nodeTip the node's highest block
   */
  long lastShared(NodeClient node, long nodeTip) {
    long high = Math.min(tipHeight(), nodeTip);
    if (shares(node, high)) {
      return high;
    }
    long low = -1;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (shares(node, middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean shares(NodeClient node, long height) {
    return height < 0 || hashAt(height).equals(node.hashAt(height));
  }

  /** Rows at or below {@code height}: what the dense ids after it go on from. */
  Counts countsUpTo(long height) {
    if (snapshot.isEmpty() || height < 0) {
      return new Counts(0, 0, 0);
    }
    Snapshot tables = snapshot.get();
    if (height >= tipHeight()) {
      return new Counts(
          tables.count(TransactionRow.TABLE),
          tables.count(OutputRow.TABLE),
          tables.count(RingRow.TABLE));
    }
    return new Counts(
        firstAbove(
            tables.scan(TransactionRow.TABLE, height + 1, tipHeight()), TransactionRow::txId),
        firstAbove(tables.scan(OutputRow.TABLE, height + 1, tipHeight()), OutputRow::outputId),
        firstRingAbove(tables, height));
  }

  private static long firstRingAbove(Snapshot tables, long height) {
    try (Rows<RingRow> rows = tables.scan(RingRow.TABLE, height + 1, Long.MAX_VALUE)) {
      return rows.hasNext() ? rows.next().ringId() : tables.count(RingRow.TABLE);
    }
  }

  private static <R> long firstAbove(Rows<R> above, ToLongFunction<R> id) {
    try (above) {
      // every block has a coinbase with outputs
      return id.applyAsLong(above.next());
    }
  }

  /** How many rows of each kind. */
  record Counts(long transactions, long outputs, long rings) {}

  /**
   * Opens the map of output ids as it was at {@code height}, adding what it lacks from the tables.
   */
  OutputIds outputIds(Path folder, long height, long outputs) {
    OutputIds ids =
        OutputIds.open(
            folder,
            outputs,
            (at, hash) -> hashAt(at).map(h -> h.toString().equals(hash)).orElse(false));
    if (ids.known() < outputs) {
      try (Rows<OutputRow> rows =
          snapshot.orElseThrow().scan(OutputRow.TABLE, ids.missingFromHeight(), height)) {
        while (rows.hasNext()) {
          OutputRow row = rows.next();
          if (row.indexSpace() == 0 && row.amountIndex() > ids.next(0)) {
            ids.skipRingCt(row.amountIndex() - ids.next(0));
          }
          ids.add(row.indexSpace(), row.outputId());
        }
      }
    }
    return ids;
  }

  /** Pool transactions whose fate a block above {@code height} decided, up to the tip. */
  Collection<Waiting> poolAbove(long height) {
    return snapshot.isEmpty() || height >= tipHeight()
        ? List.of()
        : Waiting.read(snapshot.get(), height + 1, tipHeight());
  }

  /**
   * The size of the transactions of block {@code height} that are in quarantine: the most outputs
   * they can have, and only the last ones of the block leave a gap that no row shows.
   */
  long quarantinedBytesAt(long height) {
    if (snapshot.isEmpty()) {
      return 0;
    }
    try (Rows<QuarantineRow> rows = snapshot.get().scan(QuarantineRow.TABLE, height, height)) {
      return rows.stream().mapToLong(row -> row.bytes().length).sum();
    }
  }
}
