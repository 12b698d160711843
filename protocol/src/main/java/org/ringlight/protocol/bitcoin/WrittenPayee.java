package org.ringlight.protocol.bitcoin;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The payee behind an address that {@link AddressText} wrote: the way back, for what was stored.
 * Checksums are not looked at again, and prefixes only passed over.
 */
public final class WrittenPayee {

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final BigInteger FIFTY_EIGHT = BigInteger.valueOf(58);
  private static final int HASH_BYTES = 20;
  private static final int CHECKSUM_BYTES = 4;
  private static final int CHECKSUM_DIGITS = 6;

  private WrittenPayee() {}

  /**
   * Reads an address.
   *
   * @param type of the script it stands for
   * @throws IllegalArgumentException where it is no address of that kind
   */
  public static Payee of(String address, ScriptType type) {
    return switch (type) {
      case P2PK -> new Payee(type, key(address), -1);
      case P2PKH, P2SH -> new Payee(type, base58(address), -1);
      case P2WPKH, P2WSH, P2TR, ANCHOR, WITNESS_UNKNOWN -> bech32(address, type);
      case MULTISIG, NULL_DATA, NONSTANDARD ->
          throw new IllegalArgumentException("no address has type " + type.word());
    };
  }

  private static byte[] key(String address) {
    if (!address.startsWith("pk(") || !address.endsWith(")")) {
      throw new IllegalArgumentException("no pk(KEY): " + address);
    }
    return HexFormat.of().parseHex(address, "pk(".length(), address.length() - 1);
  }

  private static byte[] base58(String address) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < address.length(); i++) {
      int digit = BASE58.indexOf(address.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("not in base 58: " + address);
      }
      number = number.multiply(FIFTY_EIGHT).add(BigInteger.valueOf(digit));
    }
    byte[] digits = number.toByteArray();
    byte[] padded = new byte[1 + HASH_BYTES + CHECKSUM_BYTES];
    int from = Math.max(0, digits.length - padded.length);
    System.arraycopy(
        digits, from, padded, padded.length - (digits.length - from), digits.length - from);
    return Arrays.copyOfRange(padded, 1, 1 + HASH_BYTES);
  }

  private static Payee bech32(String address, ScriptType type) {
    int first = address.lastIndexOf('1') + 1;
    int last = address.length() - CHECKSUM_DIGITS;
    if (first == 0 || first >= last) {
      throw new IllegalArgumentException("not in base 32: " + address);
    }
    byte[] program = new byte[(last - first - 1) * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = first + 1; i < last; i++) {
      held = (held << 5 | digit(address, i)) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        program[at++] = (byte) (held >> bits);
      }
    }
    return new Payee(type, program, digit(address, first));
  }

  private static int digit(String address, int at) {
    int digit = BECH32.indexOf(address.charAt(at));
    if (digit < 0) {
      throw new IllegalArgumentException("not in base 32: " + address);
    }
    return digit;
  }
}
