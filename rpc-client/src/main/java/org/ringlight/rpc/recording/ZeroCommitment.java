package org.ringlight.rpc.recording;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ringlight.protocol.Commitment;

/**
 * The commitment a node works out for an output whose amount is in clear: G + amount H, blinding
 * factor 1, over Ed25519. Amounts are public, so nothing here need take constant time.
 *
 * <p>Source: monero v0.18.3.4 {@code src/ringct/rctOps.cpp} ({@code zeroCommit}), {@code
 * src/ringct/rctTypes.h} ({@code H}).
 */
final class ZeroCommitment {

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

  /** A square root of -1. */
  private static final BigInteger I =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

  private static final Point G =
      Point.decode("5866666666666666666666666666666666666666666666666666666666666666");
  private static final List<Point> H_DOUBLED =
      doubled(Point.decode("8b655970153799af2aeadc9ff1add0ea6c7251d54154cfa92c173a0dd39c1f94"));

  private ZeroCommitment() {}

  /** The commitment to {@code amount} atomic units, unsigned. */
  static Commitment to(long amount) {
    Point sum = G;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if ((amount >>> bit & 1) == 1) {
        sum = sum.plus(H_DOUBLED.get(bit));
      }
    }
    return Commitment.of(sum.encode());
  }

  /** The point times 1, 2, 4 and so on up to 2^63. */
  private static List<Point> doubled(Point point) {
    List<Point> powers = new ArrayList<>();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      powers.add(point);
      point = point.plus(point);
    }
    return powers;
  }

  /** A point (x / z, y / z) of -x^2 + y^2 = 1 + d x^2 y^2. */
  private record Point(BigInteger x, BigInteger y, BigInteger z) {

    /** RFC 8032, 5.1.3: y, and the sign of x in the highest bit. */
    static Point decode(String hex) {
      byte[] bytes = reversed(HexFormat.of().parseHex(hex));
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
      return new Point(x.testBit(0) == odd ? x : P.subtract(x), y, BigInteger.ONE);
    }

    /** The complete addition law, for equal points too. */
    Point plus(Point other) {
      BigInteger a = z.multiply(other.z).mod(P);
      BigInteger b = a.multiply(a).mod(P);
      BigInteger c = x.multiply(other.x).mod(P);
      BigInteger d = y.multiply(other.y).mod(P);
      BigInteger e = D.multiply(c).mod(P).multiply(d).mod(P);
      BigInteger f = b.subtract(e);
      BigInteger g = b.add(e);
      BigInteger cross = x.add(y).multiply(other.x.add(other.y)).subtract(c).subtract(d).mod(P);
      return new Point(
          a.multiply(f).mod(P).multiply(cross).mod(P),
          a.multiply(g).mod(P).multiply(d.add(c)).mod(P),
          f.multiply(g).mod(P));
    }

    byte[] encode() {
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
}
