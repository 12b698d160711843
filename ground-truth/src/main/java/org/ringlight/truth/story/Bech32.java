package org.ringlight.truth.story;

/** Writes addresses of version 0 witness programs (BIP 173). */
final class Bech32 {

  private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int DIGIT_BITS = 5;
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM = 6;

  private final StringBuilder text = new StringBuilder();
  private int checksum = 1;

  private Bech32() {}

  /** The address on Bitcoin's regtest network of a key's hash. */
  static String regtestAddress(byte[] program) {
    return address("bcrt", program);
  }

  static String address(String network, byte[] program) {
    Bech32 address = new Bech32();
    address.network(network);
    address.digit(0);
    address.bytes(program);
    address.checksum();
    return address.text.toString();
  }

  private void network(String name) {
    name.chars().forEach(c -> check(c >> DIGIT_BITS));
    check(0);
    name.chars().forEach(c -> check(c & 31));
    text.append(name).append('1');
  }

  private void bytes(byte[] data) {
    int bits = 0;
    int width = 0;
    for (byte b : data) {
      bits = (bits << Byte.SIZE) | (b & 0xff);
      for (width += Byte.SIZE; width >= DIGIT_BITS; width -= DIGIT_BITS) {
        digit((bits >> (width - DIGIT_BITS)) & 31);
      }
    }
    if (width > 0) {
      digit((bits << (DIGIT_BITS - width)) & 31);
    }
  }

  private void checksum() {
    for (int i = 0; i < CHECKSUM; i++) {
      check(0);
    }
    int sum = checksum ^ 1;
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      text.append(DIGITS.charAt((sum >> (DIGIT_BITS * i)) & 31));
    }
  }

  private void digit(int value) {
    check(value);
    text.append(DIGITS.charAt(value));
  }

  private void check(int value) {
    int top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << DIGIT_BITS) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((top >> i) & 1) == 1) {
        checksum ^= GENERATOR[i];
      }
    }
  }
}
