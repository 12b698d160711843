package org.ringlight.analytics.deduce;

/** Which key of a ring graph an output has. */
public interface KeyNumbers {

  /**
   * The number of its key.
   *
   * @param outputId its dense number, or below 0 where the tables do not say
   */
  int of(long outputId, long indexSpace, long amountIndex);

  /** Whether several outputs of blocks up to {@code height} have that key. */
  boolean isShared(int key, int height);
}
