package org.ringlight.analytics.export;

/** Takes spent outputs that follow one another. */
@FunctionalInterface
public interface SpentRunSink {

  /**
   * Outputs of one index space in succession.
   *
   * @param indexSpace unsigned
   * @param first the lowest index, at least 0
   * @param last the highest index, not below {@code first}
   */
  void spent(long indexSpace, long first, long last);
}
