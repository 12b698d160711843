package org.ringlight.protocol.bitcoin;

import java.nio.charset.StandardCharsets;

/**
 * A version byte, a hash of 20 bytes and a checksum as digits of base 58. Source: Bitcoin Core
 * v28.0 {@code src/base58.cpp}. Divides five digits at a time. Keeps buffers: one instance a
 * thread.
 */
final class Base58Check {

  private static final byte[] DIGITS =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int HASH = 20;
  private static final int CHECKED = 1 + HASH;
  private static final int CHECKSUM = 4;
  private static final int LIMBS = 7;
  private static final int DIGITS_A_TIME = 5;
  private static final long FIVE_DIGITS = 58L * 58 * 58 * 58 * 58;
  private static final int LONGEST = 35;

  private final DoubleSha256 sha256 = new DoubleSha256();

  /** The 25 bytes at the end of whole limbs, and room for the rest of the checksum's hash. */
  private final byte[] bytes = new byte[3 + CHECKED + DoubleSha256.LENGTH];

  private final int[] limbs = new int[LIMBS];
  private final byte[] text = new byte[LONGEST];

  String text(byte version, byte[] hash) {
    if (hash.length != HASH) {
      throw new IllegalArgumentException("20 bytes wanted, not " + hash.length);
    }
    bytes[3] = version;
    System.arraycopy(hash, 0, bytes, 4, HASH);
    sha256.add(bytes, 3, CHECKED).finish(bytes, 3 + CHECKED);
    for (int i = 0; i < LIMBS; i++) {
      limbs[i] =
          (bytes[4 * i] & 0xff) << 24
              | (bytes[4 * i + 1] & 0xff) << 16
              | (bytes[4 * i + 2] & 0xff) << 8
              | (bytes[4 * i + 3] & 0xff);
    }
    int first = LONGEST;
    while (first > 0) {
      long five = divide();
      for (int i = 0; i < DIGITS_A_TIME; i++) {
        text[--first] = DIGITS[(int) (five % 58)];
        five /= 58;
      }
    }
    int from = 0;
    while (from < LONGEST && text[from] == DIGITS[0]) {
      from++;
    }
    from -= zeros();
    return new String(text, from, LONGEST - from, StandardCharsets.US_ASCII);
  }

  /** How many of the 25 bytes are zero before the first that is not: each is a digit of its own. */
  private int zeros() {
    int count = 0;
    while (count < CHECKED + CHECKSUM && bytes[3 + count] == 0) {
      count++;
    }
    return count;
  }

  /** Divides the limbs by 58 to the fifth and returns what is left over. */
  private long divide() {
    long rest = 0;
    for (int i = 0; i < LIMBS; i++) {
      long part = rest << 32 | (limbs[i] & 0xffff_ffffL);
      limbs[i] = (int) (part / FIVE_DIGITS);
      rest = part % FIVE_DIGITS;
    }
    return rest;
  }
}
