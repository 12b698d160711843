package org.ringlight.analytics.contrast;

/**
 * A share measured on worlds that were drawn, with its 95 % interval.
 *
 * <p>Definition: Wilson's score interval (Wilson, JASA 22(158), 1927) for as many independent draws
 * as the worlds are worth. Worlds of one chain resemble each other; several chains show by how
 * much: where their shares differ more than those of independent draws would, the number of draws
 * is divided by the ratio of the variances (design effect; Kish, Survey Sampling, 1965).
 */
public record SampledShare(double share, double low, double high) {

  private static final double Z = 1.959963984540054;

  /**
   * Of hits in chains of the same length.
   *
   * @param hits by chain
   * @param worlds how many each chain drew
   */
  public static SampledShare of(long[] hits, long worlds) {
    if (hits.length == 0 || worlds <= 0) {
      throw new IllegalArgumentException("no worlds");
    }
    double all = (double) worlds * hits.length;
    double sum = 0;
    for (long one : hits) {
      sum += one;
    }
    double share = sum / all;
    double draws = all / effect(hits, worlds, share);
    double middle = (share + Z * Z / (2 * draws)) / (1 + Z * Z / draws);
    double half =
        Z
            / (1 + Z * Z / draws)
            * Math.sqrt(share * (1 - share) / draws + Z * Z / (4 * draws * draws));
    return new SampledShare(
        share,
        Math.min(share, Math.max(0, middle - half)),
        Math.max(share, Math.min(1, middle + half)));
  }

  /** Of something that is the same in every world. */
  public static SampledShare exactly(double share) {
    return new SampledShare(share, share, share);
  }

  private static double effect(long[] hits, long worlds, double share) {
    if (hits.length < 2 || share <= 0 || share >= 1) {
      return 1;
    }
    double squares = 0;
    for (long one : hits) {
      double off = (double) one / worlds - share;
      squares += off * off;
    }
    double between = squares / (hits.length - 1);
    return Math.max(1, between * worlds / (share * (1 - share)));
  }
}
