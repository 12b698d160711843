package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.ringlight.truth.age.Gamma;

/**
 * The age at which outputs were found to be spent, in seconds: its logarithm is gamma distributed
 * with shape 19.28 and scale 1/1.61 (Möser et al., "An Empirical Analysis of Traceability in the
 * Monero Blockchain", PoPETs 2018; monero v0.18.0.0 src/wallet/wallet2.cpp, GAMMA_SHAPE and
 * GAMMA_SCALE).
 */
final class LogGamma {

  /** DIFFICULTY_TARGET_V2. */
  static final int BLOCK_SECONDS = 120;

  private static final double SHAPE = 19.28;
  private static final double SCALE = 1 / 1.61;
  private static final Gamma DRAWN = new Gamma(SHAPE);
  private static final GammaDistribution GAMMA = GammaDistribution.of(SHAPE, SCALE);

  private LogGamma() {}

  /** A random age in seconds; the same on every machine. */
  static double seconds(RandomGenerator random) {
    return StrictMath.exp(DRAWN.draw(random) * SCALE);
  }

  /** The chance of an age of at most {@code seconds}. */
  static double below(double seconds) {
    return seconds <= 1 ? 0 : GAMMA.cumulativeProbability(Math.log(seconds));
  }
}
