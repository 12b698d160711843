package org.ringlight.rpc.http;

import java.util.Arrays;
import org.ringlight.failure.DataInvalid;

/** Hex digits between quotes, read from the bytes of a JSON text. */
final class HexText {

  private static final byte[] VALUES = values();

  private HexText() {}

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < 16; i++) {
      values["0123456789abcdef".charAt(i)] = (byte) i;
      values["0123456789ABCDEF".charAt(i)] = (byte) i;
    }
    return values;
  }

  /**
   * Decodes the digits up to the closing quote.
   *
   * @param quote where the opening quote stands
   * @param length how many bytes of {@code json} there are
   * @throws Busy where they end before the closing quote
   */
  static byte[] decode(byte[] json, int quote, int length) {
    int from = quote + 1;
    int to = from;
    while (to < length && json[to] != '"') {
      to++;
    }
    if (to == length) {
      throw new Busy("the answer ends in its midst");
    }
    if (json[quote] != '"' || (to - from) % 2 != 0) {
      throw invalid(quote);
    }
    byte[] bytes = new byte[(to - from) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = VALUES[json[from + 2 * i] & 0xff];
      int low = VALUES[json[from + 2 * i + 1] & 0xff];
      if ((high | low) < 0) {
        throw invalid(from + 2 * i);
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  private static DataInvalid invalid(int at) {
    return new DataInvalid("a result that is no hex digits", "byte " + at, "ask another node");
  }
}
