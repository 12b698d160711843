package org.ringlight.analytics.contrast;

import java.util.SplittableRandom;

/**
 * Draws by weight in constant time: each item of a group keeps a part of its own place, and one
 * other item has the rest of it.
 *
 * <p>Source: Vose, "A Linear Algorithm for Generating Random Numbers with a Given Distribution",
 * IEEE Trans. Softw. Eng. 17(9), 1991. A draw takes 64 bits of chance, 32 for the place and 32 for
 * the part, so that a probability is off by 2^-32 at most for each item of its group.
 */
final class AliasTables {

  private static final long LOW = 0xffff_ffffL;

  private final int[] first;

  /** What an item keeps of its place, in 2^-32. */
  private final long[] kept;

  private final int[] other;

  /**
   * @param first where the items of each group begin, and one more
   * @param weights of the items, above 0
   */
  AliasTables(int[] first, double[] weights) {
    this.first = first;
    kept = new long[weights.length];
    other = new int[weights.length];
    int[] small = new int[weights.length];
    int[] large = new int[weights.length];
    double[] share = new double[weights.length];
    for (int group = 0; group + 1 < first.length; group++) {
      fill(first[group], first[group + 1], weights, share, small, large);
    }
  }

  private void fill(int from, int to, double[] weights, double[] share, int[] small, int[] large) {
    double sum = 0;
    for (int item = from; item < to; item++) {
      sum += weights[item];
    }
    int smalls = 0;
    int larges = 0;
    for (int item = from; item < to; item++) {
      share[item] = weights[item] * (to - from) / sum;
      kept[item] = LOW + 1;
      if (share[item] < 1) {
        small[smalls++] = item;
      } else {
        large[larges++] = item;
      }
    }
    while (smalls > 0 && larges > 0) {
      int poor = small[--smalls];
      int rich = large[larges - 1];
      // whatever has a weight can be drawn
      kept[poor] = Math.max(1, Math.round(share[poor] * (LOW + 1)));
      other[poor] = rich;
      share[rich] -= 1 - share[poor];
      if (share[rich] < 1) {
        larges--;
        small[smalls++] = rich;
      }
    }
    // what is left over is whole but for rounding
  }

  /** An item of a group, of which there has to be one. */
  int draw(int group, SplittableRandom random) {
    long bits = random.nextLong();
    int items = first[group + 1] - first[group];
    int item = first[group] + (int) (((bits >>> 32) * items) >>> 32);
    return (bits & LOW) < kept[item] ? item : other[item];
  }
}
