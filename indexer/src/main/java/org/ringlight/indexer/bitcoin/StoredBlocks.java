package org.ringlight.indexer.bitcoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.indexer.pipeline.StoredHeights;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.bitcoin.BitcoinHeader;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.HeaderChain;
import org.ringlight.protocol.bitcoin.Target;

/**
 * The chain as the tables of one tip hold it: its blocks, and what the rows after them go on from.
 */
final class StoredBlocks extends StoredHeights<BitcoinBlockRow> {

  /**
   * What is stored.
   *
   * @param from the first height wanted; where nothing is stored and it is empty, genesis
   * @throws ConfigurationInvalid where what is stored begins at another
   */
  StoredBlocks(Optional<Snapshot> snapshot, OptionalLong from) {
    super(
        snapshot,
        from,
        BitcoinBlockRow.TABLE,
        BitcoinBlockRow::hash,
        row -> Target.ofBits(row.bits()).work());
  }

  /** The headers up to {@code height} that the next one is checked against. */
  LinkedHeaders headersUpTo(long height, BitcoinNetwork network) {
    List<BitcoinHeader> headers = new ArrayList<>();
    if (!isEmpty() && height >= start()) {
      try (Rows<BitcoinBlockRow> rows = blocks(height - HeaderChain.REMEMBERED + 1, height)) {
        rows.forEachRemaining(row -> headers.add(header(row)));
      }
    }
    return new LinkedHeaders(network, start(), height, headers, hashAt(height));
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
    if (isEmpty() || height < start()) {
      return new Counts(0, 0, 0, 0);
    }
    return new Counts(
        firstAbove(BitcoinTransactionRow.TABLE, height, BitcoinTransactionRow::txId),
        firstAbove(BitcoinInputRow.TABLE, height, BitcoinInputRow::inputId),
        firstAbove(BitcoinOutputRow.TABLE, height, BitcoinOutputRow::outputId),
        firstAbove(BitcoinAddressRow.TABLE, height, BitcoinAddressRow::addressId));
  }

  private <R> long firstAbove(Table<R> table, long height, ToLongFunction<R> id) {
    Snapshot tables = tables().orElseThrow();
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
}
