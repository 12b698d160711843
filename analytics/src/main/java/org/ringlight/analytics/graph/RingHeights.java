package org.ringlight.analytics.graph;

import java.util.Arrays;

/**
 * Heights of rings in chain order: one entry for each block that holds rings, 8 bytes each, and one
 * for every 64 rings, so that few blocks are looked at to find that of a ring.
 */
final class RingHeights {

  private static final int SHIFT = 6;

  private int[] firstRings = new int[16];
  private int[] blockOf = new int[16];
  private int steps;
  private int[] heights = new int[16];
  private int blocks;

  /** The next ring is of this height, not below the one before. */
  void add(int ring, int height) {
    if (blocks == 0 || heights[blocks - 1] != height) {
      addBlock(ring, height);
    }
    for (; steps <= ring >>> SHIFT; steps++) {
      blockOf = steps == blockOf.length ? Arrays.copyOf(blockOf, 2 * steps) : blockOf;
      blockOf[steps] = blocks - 1;
    }
  }

  private void addBlock(int ring, int height) {
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
    int block = blockOf[ring >>> SHIFT];
    while (block + 1 < blocks && firstRings[block + 1] <= ring) {
      block++;
    }
    return heights[block];
  }
}
