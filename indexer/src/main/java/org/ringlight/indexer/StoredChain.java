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
import org.ringlight.indexer.pipeline.SharedHeight;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.NodeClient;

/**
 * The chain as the tables of one tip hold it, which is held, from its first height on; empty before
 * the first commit.
 */
final class StoredChain implements AutoCloseable {

  private final Optional<Snapshot> snapshot;
  private final long start;

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
    this.snapshot = snapshot;
    OptionalLong first =
        snapshot.map(tables -> tables.lowestHeight(BlockRow.TABLE)).orElse(OptionalLong.empty());
    this.start = first.orElse(from.orElse(0));
    if (from.isPresent() && from.getAsLong() != start) {
      throw new ConfigurationInvalid(
          "the tables begin at height " + start + ", not at " + from.getAsLong(),
          "--from " + from.getAsLong(),
          "leave --from out to go on with them, or use another data directory (--data)");
    }
  }

  /** The first height: 0, or where the slice begins. */
  long start() {
    return start;
  }

  /** Whether nothing was committed yet. */
  boolean isEmpty() {
    return snapshot.isEmpty();
  }

  /** The last height; the one before the first where there is none. */
  long tipHeight() {
    return snapshot.map(s -> s.tip().height()).orElse(start - 1);
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
   * The highest block that both the tables and the node's chain hold; the height before the first
   * where they share none.
   *
   * @param nodeTip the node's highest block
   */
  long lastShared(NodeClient node, long nodeTip) {
    return SharedHeight.last(start, Math.min(tipHeight(), nodeTip), height -> shares(node, height));
  }

  private boolean shares(NodeClient node, long height) {
    return hashAt(height).equals(node.hashAt(height));
  }

  /** The tables themselves; empty before the first commit. */
  Optional<Snapshot> tables() {
    return snapshot;
  }

  /** Expected work of all blocks above {@code height}: the sum of their difficulties. */
  BigInteger workAbove(long height) {
    if (snapshot.isEmpty()) {
      return BigInteger.ZERO;
    }
    try (Rows<BlockRow> rows = snapshot.get().scan(BlockRow.TABLE, height + 1, tipHeight())) {
      return rows.stream()
          .map(row -> BigInteger.valueOf(row.difficulty()))
          .reduce(BigInteger.ZERO, BigInteger::add);
    }
  }

  /** Rows at or below {@code height}: what the dense ids after it go on from. */
  Counts countsUpTo(long height) {
    if (snapshot.isEmpty() || height < start) {
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
          if (start > 0 && ids.isEmpty(row.indexSpace())) {
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

  /** Lets the tip go. */
  @Override
  public void close() {
    snapshot.ifPresent(Snapshot::close);
  }
}
