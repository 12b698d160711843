package org.ringlight.analytics.official;

import java.util.Arrays;

/** Ints, of which there may be more than an array holds. Not thread-safe. */
final class PagedInts {

  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  private int[][] pages = new int[16][];
  private int paged;
  private long size;

  /** None yet. */
  PagedInts() {}

  /** So many zeros. */
  PagedInts(long size) {
    while ((long) paged << SHIFT < size) {
      addPage();
    }
    this.size = size;
  }

  private void addPage() {
    if (paged == pages.length) {
      pages = Arrays.copyOf(pages, 2 * paged);
    }
    pages[paged++] = new int[MASK + 1];
  }

  long size() {
    return size;
  }

  int get(long at) {
    return pages[(int) (at >>> SHIFT)][(int) at & MASK];
  }

  void set(long at, int value) {
    pages[(int) (at >>> SHIFT)][(int) at & MASK] = value;
  }

  void append(int value) {
    if (size == (long) paged << SHIFT) {
      addPage();
    }
    set(size++, value);
  }
}
