package org.ringlight.truth.age;

import java.util.random.RandomGenerator;

/**
 * Draws of the gamma distribution of scale 1: Marsaglia and Tsang, A simple method for generating
 * gamma variables, ACM TOMS 26 (2000) 363-372. Written out because a draw must be the same on every
 * machine: libraries take logarithms that differ in the last bit between processors.
 */
public final class Gamma {

  private final double shape;
  private final double d;
  private final double c;

  /**
   * @param shape above 0
   */
  public Gamma(double shape) {
    this.shape = shape;
    this.d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    this.c = 1 / Math.sqrt(9 * d);
  }

  /** One draw; allocates nothing. */
  public double draw(RandomGenerator random) {
    double atLeastOne = drawOfShapeFromOne(random);
    return shape < 1 ? atLeastOne * StrictMath.pow(open(random), 1 / shape) : atLeastOne;
  }

  private double drawOfShapeFromOne(RandomGenerator random) {
    while (true) {
      double x = normal(random);
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      v = v * v * v;
      double u = open(random);
      double x2 = x * x;
      if (u < 1 - 0.0331 * x2 * x2
          || StrictMath.log(u) < 0.5 * x2 + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }

  /** Standard normal, by the polar method of Marsaglia and Bray; the second of the pair is lost. */
  private static double normal(RandomGenerator random) {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s < 1 && s > 0) {
        return u * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Uniform in (0, 1]. */
  private static double open(RandomGenerator random) {
    return 1 - random.nextDouble();
  }
}
