package org.ringlight.analytics.deduce;

import java.util.Arrays;

/** Rings in the order they came; grows as needed. */
final class RingQueue {

  private int[] rings = new int[64];
  private int head;
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  void add(int ring) {
    if (count == rings.length) {
      int[] longer = Arrays.copyOf(rings, 2 * count);
      // what stood before the head comes behind the old end
      System.arraycopy(rings, 0, longer, count, head);
      rings = longer;
    }
    int place = head + count;
    rings[place < rings.length ? place : place - rings.length] = ring;
    count++;
  }

  void add(int[] more, int size) {
    for (int i = 0; i < size; i++) {
      add(more[i]);
    }
  }

  int take() {
    int ring = rings[head];
    head = head + 1 == rings.length ? 0 : head + 1;
    count--;
    return ring;
  }
}
