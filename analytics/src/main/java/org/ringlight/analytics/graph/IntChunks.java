package org.ringlight.analytics.graph;

import java.util.Arrays;

/**
 * Integers by a 64-bit position: what a single array cannot hold past 2^31. Grows at its end; 4
 * bytes an integer, and at most 64 MB more than that. Not for several threads while it is written.
 */
final class IntChunks {

  private static final int SHIFT = 24;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;

  private int[][] chunks = {new int[16]};
  private long length;

  IntChunks() {}

  /** With {@code length} zeros. */
  IntChunks(long length) {
    this.length = length;
    chunks = new int[Math.toIntExact((length + MASK) >>> SHIFT)][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = new int[(int) Math.min(CHUNK, length - ((long) i << SHIFT))];
    }
  }

  long length() {
    return length;
  }

  int get(long position) {
    return chunks[(int) (position >>> SHIFT)][(int) position & MASK];
  }

  void set(long position, int value) {
    chunks[(int) (position >>> SHIFT)][(int) position & MASK] = value;
  }

  void add(int value) {
    int chunk = (int) (length >>> SHIFT);
    int place = (int) length & MASK;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk + 1);
      chunks[chunk] = new int[CHUNK];
    } else if (place == chunks[chunk].length) {
      // the first one alone begins small
      chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK, 2 * place));
    }
    chunks[chunk][place] = value;
    length++;
  }
}
