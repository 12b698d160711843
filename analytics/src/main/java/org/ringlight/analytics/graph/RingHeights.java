package org.ringlight.analytics.graph;

import java.util.Arrays;

/** Heights of rings in chain order: one entry for each block that holds rings, 8 bytes each. */
final class RingHeights {

  private int[] firstRings = new int[16];
  private int[] heights = new int[16];
  private int blocks;

  /** The next ring is of this height, not below the one before. */
  void add(int ring, int height) {
    if (blocks > 0 && heights[blocks - 1] == height) {
      return;
    }
    if (blocks > 0 && heights[blocks - 1] > height) {
      throw new IllegalArgumentException("height " + height + " after " + heights[blocks - 1]);
    }
    if (blocks == heights.length) {
      firstRings = Arrays.copyOf(firstRings, 2 * blocks);
      heights = Arrays.copyOf(heights, 2 * blocks);
    }
    firstRings[blocks] = ring;
    heights[blocks++] = height;
  }

  int of(int ring) {
    int found = Arrays.binarySearch(firstRings, 0, blocks, ring);
    return heights[found >= 0 ? found : -found - 2];
  }
}
