package org.ringlight.analytics.bitcoin.exposure;

/**
 * What reached or came from the entities of a category, in satoshi.
 *
 * <p>A path is a chain of outputs that each carry some of the coins and are spent by the
 * transaction that makes the next, from one end to the other; counts stay at 2^63-1 when they reach
 * it.
 *
 * @param category its name
 * @param direct between the subject and the category without anybody between
 * @param indirect through entities without a label
 * @param directPaths how many ways the direct value took
 * @param indirectPaths how many ways the indirect value took
 */
public record CategoryExposure(
    String category, long direct, long indirect, long directPaths, long indirectPaths) {

  /** Both together. */
  public long value() {
    return Math.addExact(direct, indirect);
  }
}
