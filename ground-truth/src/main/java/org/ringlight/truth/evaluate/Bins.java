package org.ringlight.truth.evaluate;

import java.util.Arrays;

/**
 * Rings in chain order, each in one of {@value #BINS} bins of equal mass: ordered by confidence,
 * each goes into the bin of its rank. Rings of one confidence stay together, in the bin of the
 * first of them, so that the bins do not depend on the order of what is alike; bins may then stay
 * empty.
 *
 * <p>After Nguyen and O'Connor, "Posterior calibration and exploratory analysis for natural
 * language processing models", EMNLP 2015, section 3: bins of equal mass, not of equal width.
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
record Bins(byte[] bin, float[] confidence, float[] credit, boolean[] right, int[] firstOfTx) {

  static final int BINS = 20;

  static Bins of(int[] rings, TopMembers tops, RingColumns columns) {
    int size = rings.length;
    float[] confidence = new float[size];
    float[] credit = new float[size];
    boolean[] right = new boolean[size];
    int[] firstOfTx = new int[size + 1];
    int transactions = 0;
    for (int i = 0; i < size; i++) {
      confidence[i] = tops.confidence(rings[i]);
      credit[i] = tops.credit(rings[i]);
      right[i] = tops.right(rings[i]);
      if (i == 0 || columns.transaction(rings[i]) != columns.transaction(rings[i - 1])) {
        firstOfTx[transactions++] = i;
      }
    }
    firstOfTx[transactions] = size;
    byte[] bin = new byte[size];
    fill(bin, confidence);
    return new Bins(bin, confidence, credit, right, Arrays.copyOf(firstOfTx, transactions + 1));
  }

  private static void fill(byte[] bin, float[] confidence) {
    long[] order = new long[confidence.length];
    for (int i = 0; i < order.length; i++) {
      // the bits of floats that are not negative ascend with them
      order[i] = ((long) Float.floatToIntBits(confidence[i]) << Integer.SIZE) | i;
    }
    Arrays.parallelSort(order);
    byte current = 0;
    for (int rank = 0; rank < order.length; rank++) {
      if (rank > 0 && order[rank] >> Integer.SIZE != order[rank - 1] >> Integer.SIZE) {
        current = (byte) ((long) rank * BINS / order.length);
      }
      bin[(int) order[rank]] = current;
    }
  }

  /** How many rings there are. */
  int size() {
    return bin.length;
  }

  int transactions() {
    return firstOfTx.length - 1;
  }
}
