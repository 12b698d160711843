package org.ringlight.truth.evaluate;

/** A figure and its 95 % interval. */
public record Estimate(double value, double low, double high) {

  private static final double Z = 1.959963984540054;

  /**
   * The share {@code right / all} with the interval of Wilson, "Probable inference, the law of
   * succession, and statistical inference", JASA 22 (1927): sound where the share is 0 or 1 too.
   */
  static Estimate share(long right, long all) {
    if (all == 0) {
      return new Estimate(Double.NaN, Double.NaN, Double.NaN);
    }
    double share = (double) right / all;
    double z2 = Z * Z / all;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / all + z2 / (4 * all));
    return new Estimate(
        share,
        right == 0 ? 0 : Math.max(0, middle - half),
        right == all ? 1 : Math.min(1, middle + half));
  }

  /** The same value with an interval that holds the other's too; without one stays without. */
  Estimate widenedTo(Estimate other) {
    return new Estimate(value, Math.min(low, other.low), Math.max(high, other.high));
  }
}
