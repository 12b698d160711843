package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The age at which outputs were found to be spent, in seconds: its logarithm is gamma distributed
 * with shape 19.28 and scale 1/1.61 (Möser et al., "An Empirical Analysis of Traceability in the
 * Monero Blockchain", PoPETs 2018; monero v0.18.0.0 src/wallet/wallet2.cpp, GAMMA_SHAPE and
 * GAMMA_SCALE).
 *
 * <p>Sampled by Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26
 * (2000), on Marsaglia's polar method for the normal. The samplers of libraries are bound to one
 * generator when they are made, and {@link RandomGenerator#nextGaussian} may change with the JDK;
 * this one allocates nothing and, on {@link StrictMath}, gives the same numbers everywhere.
 */
final class LogGamma {

  /** DIFFICULTY_TARGET_V2. */
  static final int BLOCK_SECONDS = 120;

  private static final double SHAPE = 19.28;
  private static final double SCALE = 1 / 1.61;
  private static final double D = SHAPE - 1.0 / 3;
  private static final double C = 1 / StrictMath.sqrt(9 * D);
  private static final GammaDistribution GAMMA = GammaDistribution.of(SHAPE, SCALE);

  private LogGamma() {}

  /** A random age in seconds. */
  static double seconds(RandomGenerator random) {
    while (true) {
      double normal = normal(random);
      double root = 1 + C * normal;
      if (root <= 0) {
        continue;
      }
      double cube = root * root * root;
      double uniform = random.nextDouble();
      double square = normal * normal;
      if (uniform < 1 - 0.0331 * square * square
          || StrictMath.log(uniform) < 0.5 * square + D * (1 - cube + StrictMath.log(cube))) {
        return StrictMath.exp(D * cube * SCALE);
      }
    }
  }

  /** The chance of an age of at most {@code seconds}. */
  static double below(double seconds) {
    return seconds <= 1 ? 0 : GAMMA.cumulativeProbability(Math.log(seconds));
  }

  private static double normal(RandomGenerator random) {
    while (true) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      double square = x * x + y * y;
      if (square < 1 && square > 0) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }
}
