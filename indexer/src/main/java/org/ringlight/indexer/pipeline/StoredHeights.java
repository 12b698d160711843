package org.ringlight.indexer.pipeline;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.BlockHash;

/**
 * The blocks that the tables of one tip hold, which is held, from their first height on; none
 * before the first commit.
 *
 * @param <B> the row of a block
 */
public abstract class StoredHeights<B> implements AutoCloseable {

  private final Optional<Snapshot> snapshot;
  private final Table<B> blocks;
  private final Function<B, BlockHash> hash;
  private final Function<B, BigInteger> work;
  private final long start;

  /**
   * What is stored.
   *
   * @param from the first height wanted; where nothing is stored and it is empty, genesis
   * @param hash a block's id
   * @param work expected hashes behind a block
   * @throws ConfigurationInvalid where what is stored begins at another height
   */
  protected StoredHeights(
      Optional<Snapshot> snapshot,
      OptionalLong from,
      Table<B> blocks,
      Function<B, BlockHash> hash,
      Function<B, BigInteger> work) {
    this.snapshot = snapshot;
    this.blocks = blocks;
    this.hash = hash;
    this.work = work;
    OptionalLong first =
        snapshot.map(tables -> tables.lowestHeight(blocks)).orElse(OptionalLong.empty());
    this.start = first.orElse(from.orElse(0));
    if (from.isPresent() && from.getAsLong() != start) {
      throw new ConfigurationInvalid(
          "the tables begin at height " + start + ", not at " + from.getAsLong(),
          "--from " + from.getAsLong(),
          "leave --from out to go on with them, or use another data directory (--data)");
    }
  }

  /** The first height: 0, or where the slice begins. */
  public final long start() {
    return start;
  }

  /** Whether nothing was committed yet. */
  public final boolean isEmpty() {
    return snapshot.isEmpty();
  }

  /** The last height; the one before the first where there is none. */
  public final long tipHeight() {
    return snapshot.map(tables -> tables.tip().height()).orElse(start - 1);
  }

  /** The tables themselves; empty before the first commit. */
  public final Optional<Snapshot> tables() {
    return snapshot;
  }

  /** The id of the block at {@code height}; empty where the tables do not hold it. */
  public final Optional<BlockHash> hashAt(long height) {
    if (isEmpty() || height > tipHeight() || height < start) {
      return Optional.empty();
    }
    if (height == tipHeight()) {
      return Optional.of(snapshot.get().tip().hash());
    }
    try (Rows<B> rows = blocks(height, height)) {
      return rows.hasNext() ? Optional.of(hash.apply(rows.next())) : Optional.empty();
    }
  }

  /** The rows of the blocks at these heights, both included; something must be stored. */
  protected final Rows<B> blocks(long from, long to) {
    return snapshot.orElseThrow().scan(blocks, from, to);
  }

  /**
   * The highest block that both the tables and a source's chain hold; the height before the first
   * where they share none.
   *
   * @param source the id of the source's block at a height
   */
  public final long lastShared(long sourceTip, LongFunction<Optional<BlockHash>> source) {
    return SharedHeight.last(
        start,
        Math.min(tipHeight(), sourceTip),
        height -> hashAt(height).equals(source.apply(height)));
  }

  /** Expected hashes behind the blocks above {@code height}. */
  public final BigInteger workAbove(long height) {
    if (isEmpty()) {
      return BigInteger.ZERO;
    }
    try (Rows<B> rows = blocks(height + 1, tipHeight())) {
      return rows.stream().map(work).reduce(BigInteger.ZERO, BigInteger::add);
    }
  }

  /** Lets the tip go. */
  @Override
  public final void close() {
    snapshot.ifPresent(Snapshot::close);
  }
}
