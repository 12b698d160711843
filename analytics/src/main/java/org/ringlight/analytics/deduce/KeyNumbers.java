package org.ringlight.analytics.deduce;

/** Which key of a ring graph an output has. */
public interface KeyNumbers {

  /**
   * The number of its key.
   *
   * @param outputId its dense number, or below 0 where the tables do not say
   */
  int of(long outputId, long indexSpace, long amountIndex);

  /** Whether other outputs have that key too. */
  boolean isShared(int key);
}
