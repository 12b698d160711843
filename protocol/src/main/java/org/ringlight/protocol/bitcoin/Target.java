package org.ringlight.protocol.bitcoin;

import java.math.BigInteger;
import org.ringlight.protocol.Bytes32;

/**
 * The number that a block's hash must not exceed. Source: Bitcoin Core v28.0 {@code
 * src/arith_uint256.cpp} ({@code SetCompact}, {@code GetCompact}), {@code src/pow.cpp} ({@code
 * CheckProofOfWork}), {@code src/chain.cpp} ({@code GetBlockProof}).
 *
 * @param value 1 to 2^256 - 1
 */
public record Target(BigInteger value) {

  private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256);
  private static final int MANTISSA_BITS = 23;

  public Target {
    if (value.signum() <= 0 || value.compareTo(ALL) >= 0) {
      throw new IllegalArgumentException("a target from 1 to 2^256 - 1 wanted: " + value);
    }
  }

  /**
   * The target that a header's {@code bits} stand for.
   *
   * @param bits unsigned 32 bits: a byte of length, a sign, a mantissa of 23 bits
   * @throws IllegalArgumentException where they stand for nothing above zero and below 2^256
   */
  public static Target ofBits(long bits) {
    int length = (int) (bits >>> 24) & 0xff;
    BigInteger mantissa = BigInteger.valueOf(bits & 0x7f_ffff);
    BigInteger value =
        length <= 3 ? mantissa.shiftRight(8 * (3 - length)) : mantissa.shiftLeft(8 * (length - 3));
    if ((bits & 0x80_0000) != 0 || value.signum() == 0 || value.compareTo(ALL) >= 0) {
      throw new IllegalArgumentException("no target: bits " + Long.toHexString(bits));
    }
    return new Target(value);
  }

  /** In compact form: rounded down to the 23 or fewer bits that fit. */
  public long bits() {
    int length = (value.bitLength() + 7) / 8;
    long mantissa =
        length <= 3
            ? value.longValueExact() << (8 * (3 - length))
            : value.shiftRight(8 * (length - 3)).longValueExact();
    if (mantissa >>> MANTISSA_BITS != 0) { // the highest bit is the sign's
      mantissa >>>= 8;
      length++;
    }
    return mantissa | ((long) length << 24);
  }

  /** Whether a block of this hash, in display order, has done the work. */
  public boolean isMetBy(Bytes32 hash) {
    return new BigInteger(1, hash.toBytes()).compareTo(value) <= 0;
  }

  /** How many hashes one must try on average to meet it. */
  public BigInteger work() {
    return ALL.divide(value.add(BigInteger.ONE));
  }
}
