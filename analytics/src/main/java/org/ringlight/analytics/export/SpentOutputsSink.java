package org.ringlight.analytics.export;

/** Takes names of outputs that are spent. */
@FunctionalInterface
public interface SpentOutputsSink {

  /**
   * An output that is spent.
   *
   * @param indexSpace 0 for RingCT outputs and version 2 coinbases, else the cleartext amount in
   *     atomic units, unsigned
   */
  void spent(long indexSpace, long amountIndex);
}
