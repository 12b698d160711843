package org.ringlight.truth.regtest;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Monero's own base 58: eight bytes become eleven digits, so that an address always has the same
 * length (monero v0.18.3.4 src/common/base58.cpp, encode_block).
 */
final class Base58 {

  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int BLOCK = 8;

  /** Digits by number of bytes in the block. */
  private static final int[] WIDTH = {0, 2, 3, 5, 6, 7, 9, 10, 11};

  private Base58() {}

  static String encode(byte[] data) {
    StringBuilder text = new StringBuilder();
    for (int from = 0; from < data.length; from += BLOCK) {
      text.append(block(Arrays.copyOfRange(data, from, Math.min(from + BLOCK, data.length))));
    }
    return text.toString();
  }

  private static String block(byte[] block) {
    char[] digits = new char[WIDTH[block.length]];
    BigInteger rest = new BigInteger(1, block);
    for (int i = digits.length - 1; i >= 0; i--) {
      BigInteger[] divided = rest.divideAndRemainder(BASE);
      digits[i] = DIGITS.charAt(divided[1].intValue());
      rest = divided[0];
    }
    return new String(digits);
  }
}
