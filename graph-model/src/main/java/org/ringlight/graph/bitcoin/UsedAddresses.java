package org.ringlight.graph.bitcoin;

import java.util.BitSet;
import org.ringlight.graph.load.GraphState;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;

/** The addresses that the outputs of a range of heights are locked to, numbered without gaps. */
final class UsedAddresses {

  private static final int BITS = Long.SIZE;

  private final long[] words;
  private final long[] before;
  private final long first;
  private final long count;

  private UsedAddresses(BitSet used, long first) {
    this.words = used.toLongArray();
    this.before = new long[words.length];
    this.first = first;
    long sum = 0;
    for (int i = 0; i < words.length; i++) {
      before[i] = sum;
      sum += Long.bitCount(words[i]);
    }
    this.count = sum;
  }

  /**
   * Reads the outputs that the graph will have.
   *
   * @param first the number of the first address
   */
  static UsedAddresses of(Snapshot tables, GraphState state, OlderSpent older, long first) {
    BitSet used = new BitSet();
    try (Rows<BitcoinOutputRow> rows =
        tables.scan(BitcoinOutputRow.TABLE, state.fromHeight(), state.tipHeight())) {
      rows.forEachRemaining(
          row -> {
            Long address = row.addressId();
            if (address != null) {
              used.set(Math.toIntExact(address));
            }
          });
    }
    if (state.fromHeight() > tables.lowestHeight(BitcoinOutputRow.TABLE).orElse(0)) {
      try (Rows<BitcoinInputRow> rows =
          tables.scan(BitcoinInputRow.TABLE, state.fromHeight(), state.tipHeight())) {
        rows.forEachRemaining(
            row -> {
              Long address = row.addressId();
              if (address != null && older.isOlder(row)) {
                used.set(Math.toIntExact(address));
              }
            });
      }
    }
    return new UsedAddresses(used, first);
  }

  boolean isUsed(long addressId) {
    int word = Math.toIntExact(addressId / BITS);
    return word < words.length && (words[word] & (1L << addressId)) != 0;
  }

  /** The number of one that is used. */
  long number(long addressId) {
    int word = Math.toIntExact(addressId / BITS);
    long lower = words[word] & ((1L << addressId) - 1);
    return first + before[word] + Long.bitCount(lower);
  }

  /** The number after the last. */
  long end() {
    return first + count;
  }
}
