package org.ringlight.analytics.bitcoin.taint;

import java.util.Arrays;

/** Outputs and fees between transactions: 24 bytes each. Grows at its end. */
final class FlowEdges {

  private int[] from = new int[16];
  private int[] to = new int[16];
  private long[] capacity = new long[16];
  private long[] output = new long[16];
  private int size;

  void add(int maker, int spender, long value, long number) {
    if (size == from.length) {
      int length = Math.multiplyExact(2, size);
      from = Arrays.copyOf(from, length);
      to = Arrays.copyOf(to, length);
      capacity = Arrays.copyOf(capacity, length);
      output = Arrays.copyOf(output, length);
    }
    from[size] = maker;
    to[size] = spender;
    capacity[size] = value;
    output[size++] = number;
  }

  int size() {
    return size;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  long capacity(int edge) {
    return capacity[edge];
  }

  long output(int edge) {
    return output[edge];
  }
}
