package org.ringlight.truth.picker;

import java.util.Locale;

/**
 * How well decoys agree with a {@link RingMaker}.
 *
 * @param decoys tested
 * @param chiSquare of their ages, in bins of about the same number
 * @param degreesOfFreedom bins less one
 * @param chiSquareP its p-value
 * @param kolmogorovSmirnov the largest distance between the shares of decoys and of chances
 * @param kolmogorovSmirnovP its p-value
 */
public record FitResult(
    int decoys,
    double chiSquare,
    int degreesOfFreedom,
    double chiSquareP,
    double kolmogorovSmirnov,
    double kolmogorovSmirnovP) {

  /** Whether either test rejects at half of {@code level}, so that both together do at it. */
  public boolean isRejected(double level) {
    return Math.min(chiSquareP, kolmogorovSmirnovP) < level / 2;
  }

  /** Both statistics with their p-values, in one line. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%,d decoys: chi-square %.1f on %d degrees of freedom, p = %.3g; Kolmogorov-Smirnov %.4f,"
            + " p = %.3g",
        decoys,
        chiSquare,
        degreesOfFreedom,
        chiSquareP,
        kolmogorovSmirnov,
        kolmogorovSmirnovP);
  }
}
