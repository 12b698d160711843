package org.ringlight.protocol.bitcoin;

import java.nio.charset.StandardCharsets;

/**
 * A witness version and its program as digits of base 32 with a checksum. Source: BIP 173, BIP 350,
 * Bitcoin Core v28.0 {@code src/bech32.cpp}. Keeps buffers: one instance a thread.
 */
final class Bech32 {

  private static final byte[] DIGITS =
      "qpzry9x8gf2tvdw0s3jn54khce6mua7l".getBytes(StandardCharsets.US_ASCII);
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int OF_VERSION_0 = 1;
  private static final int OF_LATER_VERSIONS = 0x2bc830a3;
  private static final int CHECKSUM = 6;
  private static final int LONGEST_PROGRAM = 40;

  private final int begun;
  private final int dataFrom;
  private final byte[] text;

  /**
   * @param prefix the human-readable part
   */
  Bech32(byte[] prefix) {
    int state = 1;
    for (byte letter : prefix) {
      state = next(state, letter >> 5);
    }
    state = next(state, 0);
    for (byte letter : prefix) {
      state = next(state, letter & 31);
    }
    begun = state;
    dataFrom = prefix.length + 1;
    text = new byte[dataFrom + 1 + LONGEST_PROGRAM * 8 / 5 + CHECKSUM];
    System.arraycopy(prefix, 0, text, 0, prefix.length);
    text[prefix.length] = '1';
  }

  String text(int version, byte[] program) {
    if (version < 0 || version > 16 || program.length > LONGEST_PROGRAM) {
      throw new IllegalArgumentException(
          "no witness program: version " + version + ", " + program.length + " bytes");
    }
    int at = dataFrom;
    int state = next(begun, version);
    text[at++] = DIGITS[version];
    int held = 0;
    int bits = 0;
    for (byte part : program) {
      held = (held << 8 | (part & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        int digit = (held >> bits) & 31;
        state = next(state, digit);
        text[at++] = DIGITS[digit];
      }
    }
    if (bits > 0) {
      int digit = (held << (5 - bits)) & 31;
      state = next(state, digit);
      text[at++] = DIGITS[digit];
    }
    for (int i = 0; i < CHECKSUM; i++) {
      state = next(state, 0);
    }
    state ^= version == 0 ? OF_VERSION_0 : OF_LATER_VERSIONS;
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      text[at++] = DIGITS[(state >> (5 * i)) & 31];
    }
    return new String(text, 0, at, StandardCharsets.US_ASCII);
  }

  private static int next(int state, int value) {
    int top = state >>> 25;
    int moved = ((state & 0x1ff_ffff) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((top >> i) & 1) == 1) {
        moved ^= GENERATOR[i];
      }
    }
    return moved;
  }
}
