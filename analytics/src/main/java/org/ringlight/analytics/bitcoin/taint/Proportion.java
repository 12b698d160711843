package org.ringlight.analytics.bitcoin.taint;

import java.math.BigInteger;

/** Shares of integers, exact where the product does not fit into 64 bits. */
final class Proportion {

  private Proportion() {}

  /** {@code a * b / whole}, rounded down; all at least 0, {@code whole} more. */
  static long floor(long a, long b, long whole) {
    if (fits(a, b)) {
      return a * b / whole;
    }
    return BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }

  /** What {@link #floor} leaves over: {@code a * b} modulo {@code whole}. */
  static long remainder(long a, long b, long whole) {
    if (fits(a, b)) {
      return a * b % whole;
    }
    return BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .mod(BigInteger.valueOf(whole))
        .longValueExact();
  }

  private static boolean fits(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b >= 0;
  }
}
