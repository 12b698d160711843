package org.ringlight.indexer.bitcoin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.indexer.pipeline.SharedHeight;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinHeader;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.HeaderChain;
import org.ringlight.protocol.bitcoin.Target;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;

/**
 * The chain as the tables of one tip hold it, which is held, from its first height on; empty before
 * the first commit.
 */
final class StoredBlocks implements AutoCloseable {

  private final Optional<Snapshot> snapshot;
  private final long start;

  /**
   * What is stored.
   *
   * @param from the first height wanted; where nothing is stored and it is empty, genesis
   * @throws ConfigurationInvalid where what is stored begins at another
   */
  StoredBlocks(Optional<Snapshot> snapshot, OptionalLong from) {
    this.snapshot = snapshot;
    OptionalLong first =
        snapshot
            .map(tables -> tables.lowestHeight(BitcoinBlockRow.TABLE))
            .orElse(OptionalLong.empty());
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

  /** The tables themselves; empty before the first commit. */
  Optional<Snapshot> tables() {
    return snapshot;
  }

  /** The id of the block at {@code height}; empty where the tables do not hold it. */
  Optional<BlockHash> hashAt(long height) {
    if (snapshot.isEmpty() || height > tipHeight() || height < start) {
      return Optional.empty();
    }
    if (height == tipHeight()) {
      return Optional.of(snapshot.get().tip().hash());
    }
    try (Rows<BitcoinBlockRow> rows = blocks(height, height)) {
      return rows.hasNext() ? Optional.of(rows.next().hash()) : Optional.empty();
    }
  }

  private Rows<BitcoinBlockRow> blocks(long from, long to) {
    return snapshot.orElseThrow().scan(BitcoinBlockRow.TABLE, from, to);
  }

  /** The highest block that the source has too; the height before the first where there is none. */
  long lastShared(BitcoinBlocks source, long sourceTip) {
    return SharedHeight.last(
        start,
        Math.min(tipHeight(), sourceTip),
        height -> hashAt(height).equals(source.hashIfAny(height)));
  }

  /** Expected hashes behind the blocks above {@code height}. */
  BigInteger workAbove(long height) {
    BigInteger work = BigInteger.ZERO;
    if (!isEmpty()) {
      try (Rows<BitcoinBlockRow> rows = blocks(height + 1, tipHeight())) {
        while (rows.hasNext()) {
          work = work.add(Target.ofBits(rows.next().bits()).work());
        }
      }
    }
    return work;
  }

  /** The headers up to {@code height} that the next one is checked against. */
  LinkedHeaders headersUpTo(long height, BitcoinNetwork network) {
    List<BitcoinHeader> headers = new ArrayList<>();
    if (!isEmpty() && height >= start) {
      try (Rows<BitcoinBlockRow> rows = blocks(height - HeaderChain.REMEMBERED + 1, height)) {
        rows.forEachRemaining(row -> headers.add(header(row)));
      }
    }
    return new LinkedHeaders(network, start, height, headers, hashAt(height));
  }

  static BitcoinHeader header(BitcoinBlockRow row) {
    return new BitcoinHeader(
        row.version(),
        row.previousHash(),
        row.merkleRoot(),
        row.timestamp(),
        row.bits(),
        row.nonce());
  }

  /** Rows at or below {@code height}: what the dense ids after it go on from. */
  Counts countsUpTo(long height) {
    if (isEmpty() || height < start) {
      return new Counts(0, 0, 0, 0);
    }
    return new Counts(
        firstAbove(BitcoinTransactionRow.TABLE, height, BitcoinTransactionRow::txId),
        firstAbove(BitcoinInputRow.TABLE, height, BitcoinInputRow::inputId),
        firstAbove(BitcoinOutputRow.TABLE, height, BitcoinOutputRow::outputId),
        firstAbove(BitcoinAddressRow.TABLE, height, BitcoinAddressRow::addressId));
  }

  private <R> long firstAbove(Table<R> table, long height, ToLongFunction<R> id) {
    Snapshot tables = snapshot.orElseThrow();
    if (height < tipHeight()) {
      try (Rows<R> above = tables.scan(table, height + 1, tipHeight())) {
        if (above.hasNext()) {
          return id.applyAsLong(above.next());
        }
      }
    }
    return tables.count(table);
  }

  /** How many rows of each kind. */
  record Counts(long transactions, long inputs, long outputs, long addresses) {}

  /** Lets the tip go. */
  @Override
  public void close() {
    snapshot.ifPresent(Snapshot::close);
  }
}
