package org.ringlight.analytics.bitcoin.change;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Columns by a dense id, zero where nothing was set, and ids as their elements: 32 bits each, one
 * more than the id, so that zero is {@link CoinTransaction#UNKNOWN}.
 */
final class DenseIds {

  /** As many as an array can hold. */
  private static final long MOST = Integer.MAX_VALUE - 8L;

  private DenseIds() {}

  /**
   * Where an id stands in a column.
   *
   * @throws IllegalArgumentException where a column cannot be as long
   */
  static int place(long id) {
    if (id < 0 || id >= MOST) {
      throw new IllegalArgumentException(
          "an id of " + id + ": columns in memory end at " + MOST + "; index a slice of the chain");
    }
    return (int) id;
  }

  /** An id as an element; of what is not in the tables nothing is kept. */
  static int stored(long id) {
    return id < 0 ? 0 : 1 + place(id);
  }

  /** The id of an element. */
  static long id(int stored) {
    return stored == 0 ? CoinTransaction.UNKNOWN : stored - 1L;
  }

  static void set(IntArrayList column, int place, int value) {
    if (place >= column.size()) {
      column.resize(place + 1);
    }
    column.set(place, value);
  }

  static void set(LongArrayList column, int place, long value) {
    if (place >= column.size()) {
      column.resize(place + 1);
    }
    column.set(place, value);
  }

  static void set(ByteArrayList column, int place, byte value) {
    if (place >= column.size()) {
      column.resize(place + 1);
    }
    column.set(place, value);
  }

  /** The element at an id, zero where the column has none. */
  static int get(IntArrayList column, long id) {
    return id < 0 || id >= column.size() ? 0 : column.get((int) id);
  }

  /** The element at an id, zero where the column has none. */
  static byte get(ByteArrayList column, long id) {
    return id < 0 || id >= column.size() ? 0 : column.get((int) id);
  }
}
