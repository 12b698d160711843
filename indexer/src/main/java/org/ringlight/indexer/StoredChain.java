package org.ringlight.indexer;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.indexer.pipeline.StoredHeights;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/**
 * The chain as the tables of one tip hold it: its blocks, and what the rows after them go on from.
 */
final class StoredChain extends StoredHeights<BlockRow> {

  /** What is stored; where nothing is, a chain that would begin at genesis. */
  StoredChain(Optional<Snapshot> snapshot) {
    this(snapshot, OptionalLong.empty());
  }

  /**
   * What is stored.
   *
   * @param from the first height wanted
   * @throws ConfigurationInvalid where what is stored begins at another
   */
  StoredChain(Optional<Snapshot> snapshot, OptionalLong from) {
    super(
        snapshot,
        from,
        BlockRow.TABLE,
        BlockRow::hash,
        row -> BigInteger.valueOf(row.difficulty()));
  }

  /** Rows at or below {@code height}: what the dense ids after it go on from. */
  Counts countsUpTo(long height) {
    if (isEmpty() || height < start()) {
      return new Counts(0, 0, 0);
    }
    Snapshot tables = tables().orElseThrow();
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
          tables().orElseThrow().scan(OutputRow.TABLE, ids.missingFromHeight(), height)) {
        while (rows.hasNext()) {
          OutputRow row = rows.next();
          if (start() > 0 && ids.isEmpty(row.indexSpace())) {
            ids.begin(row.indexSpace(), row.amountIndex());
          }
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
    return isEmpty() || height >= tipHeight()
        ? List.of()
        : Waiting.read(tables().orElseThrow(), height + 1, tipHeight());
  }

  /**
   * The size of the transactions of block {@code height} that are in quarantine: the most outputs
   * they can have, and only the last ones of the block leave a gap that no row shows.
   */
  long quarantinedBytesAt(long height) {
    if (isEmpty()) {
      return 0;
    }
    try (Rows<QuarantineRow> rows =
        tables().orElseThrow().scan(QuarantineRow.TABLE, height, height)) {
      return rows.stream().mapToLong(row -> row.bytes().length).sum();
    }
  }
}
