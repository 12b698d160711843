package org.ringlight.analytics.official;

import java.util.Arrays;

/** Ints, of which there may be more than an array holds. Not thread-safe. */
final class PagedInts {

  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  private int[][] pages = new int[16][];
  private int paged;
  private long size;

  long size() {
    return size;
  }

  int get(long at) {
    return pages[(int) (at >>> SHIFT)][(int) at & MASK];
  }

  /** Appends the first {@code count} of these. */
  void append(int[] values, int count) {
    for (int copied = 0; copied < count; ) {
      if (size == (long) paged << SHIFT) {
        addPage();
      }
      int at = (int) size & MASK;
      int some = Math.min(count - copied, MASK + 1 - at);
      System.arraycopy(values, copied, pages[paged - 1], at, some);
      copied += some;
      size += some;
    }
  }

  private void addPage() {
    if (paged == pages.length) {
      pages = Arrays.copyOf(pages, 2 * paged);
    }
    pages[paged++] = new int[MASK + 1];
  }
}
