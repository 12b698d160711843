package org.ringlight.analytics.bitcoin.entropy;

import java.math.BigInteger;

/**
 * The CoinJoin that hides most: equal inputs, equal outputs, no fee, and as many of the one as of
 * the other or a multiple.
 *
 * @param fewer how many the lesser side has
 * @param more how many the other has: a multiple
 */
public record PerfectCoinJoin(int fewer, int more) {

  /**
   * The closest to a transaction's shape: the greater side is filled up to the next multiple of the
   * lesser.
   */
  public static PerfectCoinJoin closestTo(int inputs, int outputs) {
    int fewer = Math.min(inputs, outputs);
    int more = Math.max(inputs, outputs);
    return new PerfectCoinJoin(fewer, fewer * ((more + fewer - 1) / fewer));
  }

  /**
   * In how many ways it can be read: of {@code n} equal ones, the block of the first has {@code k}
   * in {@code C(n-1, k-1)} ways and takes {@code C(rn, rk)} of the others, {@code r} for each.
   */
  public BigInteger interpretations() {
    int ratio = more / fewer;
    BigInteger[] ways = new BigInteger[fewer + 1];
    ways[0] = BigInteger.ONE;
    for (int n = 1; n <= fewer; n++) {
      BigInteger sum = BigInteger.ZERO;
      for (int k = 1; k <= n; k++) {
        sum =
            sum.add(
                choose(n - 1, k - 1).multiply(choose(ratio * n, ratio * k)).multiply(ways[n - k]));
      }
      ways[n] = sum;
    }
    return ways[fewer];
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }
}
