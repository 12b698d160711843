package org.ringlight.graph.finding;

import java.math.BigInteger;
import java.util.Locale;
import org.ringlight.graph.verify.Digest;

/**
 * A digest of a heap of texts, whatever their order: the sum of their SHA-256, modulo 2^256. One
 * more, one less and one changed all tell; it is made against accidents and careless hands.
 */
record RunDigest(BigInteger sum) {

  static final RunDigest EMPTY = new RunDigest(BigInteger.ZERO);

  private static final int BITS = 256;
  private static final int HEX = 16;

  static RunDigest parse(String hex) {
    return new RunDigest(new BigInteger(hex, HEX));
  }

  /** With a text more, which stands there so many times. */
  RunDigest add(String text, long times) {
    BigInteger one = new BigInteger(new Digest().add(text).hex(), HEX);
    return new RunDigest(
        sum.add(one.multiply(BigInteger.valueOf(times))).mod(BigInteger.ONE.shiftLeft(BITS)));
  }

  String hex() {
    return String.format(Locale.ROOT, "%064x", sum);
  }
}
