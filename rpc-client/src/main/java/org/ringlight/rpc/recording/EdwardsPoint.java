package org.ringlight.rpc.recording;

import java.math.BigInteger;
import java.util.HexFormat;
import org.ringlight.protocol.Commitment;

/**
 * A point (x / z, y / z) of Ed25519, -x^2 + y^2 = 1 + d x^2 y^2. For numbers that are no secret:
 * nothing here takes constant time.
 */
public record EdwardsPoint(BigInteger x, BigInteger y, BigInteger z) {

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

  /** A square root of -1. */
  private static final BigInteger I =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

  /** The point that keys are multiples of. */
  public static final EdwardsPoint BASE =
      decode(
          HexFormat.of()
              .parseHex("5866666666666666666666666666666666666666666666666666666666666666"));

  /** RFC 8032, 5.1.3: 32 bytes, y, and the sign of x in the highest bit. */
  public static EdwardsPoint decode(byte[] encoded) {
    byte[] bytes = reversed(encoded);
    boolean odd = bytes[0] < 0;
    bytes[0] &= 0x7f;
    BigInteger y = new BigInteger(1, bytes);
    BigInteger u = y.multiply(y).subtract(BigInteger.ONE).mod(P);
    BigInteger v = D.multiply(y).multiply(y).add(BigInteger.ONE).mod(P);
    BigInteger square = u.multiply(v.modInverse(P)).mod(P);
    BigInteger x = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!x.multiply(x).mod(P).equals(square)) {
      x = x.multiply(I).mod(P);
    }
    return new EdwardsPoint(x.testBit(0) == odd ? x : P.subtract(x), y, BigInteger.ONE);
  }

  /** The complete addition law, for equal points too. */
  public EdwardsPoint plus(EdwardsPoint other) {
    BigInteger a = z.multiply(other.z).mod(P);
    BigInteger b = a.multiply(a).mod(P);
    BigInteger c = x.multiply(other.x).mod(P);
    BigInteger d = y.multiply(other.y).mod(P);
    BigInteger e = D.multiply(c).mod(P).multiply(d).mod(P);
    BigInteger f = b.subtract(e);
    BigInteger g = b.add(e);
    BigInteger cross = x.add(y).multiply(other.x.add(other.y)).subtract(c).subtract(d).mod(P);
    return new EdwardsPoint(
        a.multiply(f).mod(P).multiply(cross).mod(P),
        a.multiply(g).mod(P).multiply(d.add(c)).mod(P),
        f.multiply(g).mod(P));
  }

  /** This point added to itself so often; {@code factor} is positive. */
  public EdwardsPoint times(BigInteger factor) {
    EdwardsPoint product = this;
    for (int bit = factor.bitLength() - 2; bit >= 0; bit--) {
      product = product.plus(product);
      if (factor.testBit(bit)) {
        product = product.plus(this);
      }
    }
    return product;
  }

  /** The inverse of {@link #decode}. */
  public byte[] encode() {
    BigInteger inverse = z.modInverse(P);
    byte[] bytes = new byte[Commitment.LENGTH];
    byte[] big = y.multiply(inverse).mod(P).toByteArray();
    for (int i = 0; i < big.length && i < bytes.length; i++) {
      bytes[i] = big[big.length - 1 - i];
    }
    if (x.multiply(inverse).mod(P).testBit(0)) {
      bytes[bytes.length - 1] |= (byte) 0x80;
    }
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
