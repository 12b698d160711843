package org.ringlight.truth.regtest;

import java.math.BigInteger;
import java.util.Arrays;

/** Reads what {@link Base58} wrote. */
final class Base58Reader {

  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int BLOCK = 8;
  private static final int[] WIDTH = {0, 2, 3, 5, 6, 7, 9, 10, 11};

  private Base58Reader() {}

  static byte[] decode(String text) {
    int whole = text.length() / WIDTH[BLOCK];
    int rest = Arrays.binarySearch(WIDTH, text.length() % WIDTH[BLOCK]);
    byte[] data = new byte[whole * BLOCK + rest];
    for (int block = 0; block * BLOCK < data.length; block++) {
      int size = Math.min(BLOCK, data.length - block * BLOCK);
      BigInteger value = BigInteger.ZERO;
      int from = block * WIDTH[BLOCK];
      for (char digit : text.substring(from, from + WIDTH[size]).toCharArray()) {
        value =
            value
                .multiply(BigInteger.valueOf(DIGITS.length()))
                .add(BigInteger.valueOf(DIGITS.indexOf(digit)));
      }
      byte[] big = value.toByteArray();
      for (int i = 0; i < Math.min(size, big.length); i++) {
        data[block * BLOCK + size - 1 - i] = big[big.length - 1 - i];
      }
    }
    return data;
  }
}
