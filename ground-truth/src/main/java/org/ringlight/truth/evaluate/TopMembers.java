package org.ringlight.truth.evaluate;

import java.util.Arrays;
import java.util.BitSet;

/** Of each ring: how probable its most probable member is said to be, and whether that is right. */
final class TopMembers {

  private final float[] confidence;
  private final float[] credit;
  private final BitSet right = new BitSet();

  TopMembers(int rings) {
    this.confidence = new float[rings];
    this.credit = new float[rings];
    Arrays.fill(confidence, Float.NaN);
  }

  /**
   * @param confidence the largest probability
   * @param shared how many members have it
   * @param right whether the true one is among them
   */
  void add(int ring, double confidence, int shared, boolean right) {
    this.confidence[ring] = (float) confidence;
    this.credit[ring] = 1.0f / shared;
    this.right.set(ring, right);
  }

  boolean holds(int ring) {
    return !Float.isNaN(confidence[ring]);
  }

  float confidence(int ring) {
    return confidence[ring];
  }

  /** What being right counts: 1, or 1/k where k members share the top. */
  float credit(int ring) {
    return credit[ring];
  }

  boolean right(int ring) {
    return right.get(ring);
  }
}
