package org.ringlight.analytics.bitcoin.exposure;

import com.carrotsearch.hppc.LongObjectHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.taint.Arrivals;

/** In how many ways coins of each mark came to each unspent output that holds some. */
final class Paths {

  // pairs of mark and count
  private final LongObjectHashMap<long[]> held = new LongObjectHashMap<>();
  private final long[] spent;
  private final int[] touched;
  private int touchedCount;
  private final long[] seen;

  Paths(int marks) {
    spent = new long[marks];
    touched = new int[marks];
    seen = new long[marks];
    Arrays.fill(seen, Arrivals.NONE);
  }

  /** A sum that stays at 2^63-1. */
  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** A transaction begins. */
  void begin() {
    while (touchedCount > 0) {
      spent[touched[--touchedCount]] = 0;
    }
  }

  /**
   * It spends an output.
   *
   * @param origin the mark of coins that begin there, or {@link Arrivals#NONE}
   */
  void spend(long output, int origin) {
    if (origin != Arrivals.NONE) {
      add(origin, 1);
      return;
    }
    long @Nullable [] ways = held.remove(output);
    for (int i = 0; ways != null && i < ways.length; i += 2) {
      add((int) ways[i], ways[i + 1]);
    }
  }

  /** The ways of a mark into the transaction, at the first asking for an output; 0 after it. */
  long firstSeen(long output, int mark) {
    if (seen[mark] == output) {
      return 0;
    }
    seen[mark] = output;
    return spent[mark];
  }

  /** All ways of a mark go on to an output, with another mark. Counts once. */
  void carry(long output, int mark, int next) {
    long ways = firstSeen(output, mark);
    if (ways == 0) {
      return;
    }
    long @Nullable [] before = held.get(output);
    long[] after = before == null ? new long[] {next, 0} : before;
    int place = 0;
    while (place < after.length && after[place] != next) {
      place += 2;
    }
    if (place == after.length) {
      after = Arrays.copyOf(after, place + 2);
      after[place] = next;
    }
    after[place + 1] = plus(after[place + 1], ways);
    held.put(output, after);
  }

  private void add(int mark, long ways) {
    if (spent[mark] == 0) {
      touched[touchedCount++] = mark;
    }
    spent[mark] = plus(spent[mark], ways);
  }
}
