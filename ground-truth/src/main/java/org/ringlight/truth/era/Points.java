package org.ringlight.truth.era;

import java.math.BigInteger;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/**
 * A row of distinct points of Ed25519, encoded as Monero does: start, its negative, start + B, its
 * negative, and so on, B the base point. Nobody knows more about their keys than that, so they sign
 * nothing; but they are points, which monerod asks of commitments when it prints a transaction
 * (monero v0.18.0.0 src/ringct/rctOps.cpp, scalarmultKey). Less than half a microsecond each:
 * additions in extended coordinates (Hisil, Wong, Carter, Dawson 2008, section 3.1), and one
 * inversion for a whole batch.
 *
 * <p>Not thread-safe.
 */
final class Points {

  private static final int BATCH = 512;
  private static final int KEY = 32;

  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(PRIME)).mod(PRIME);
  private static final BigInteger BASE_Y =
      BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(PRIME)).mod(PRIME);
  private static final BigInteger BASE_X =
      new BigInteger(
          "15112221349535400772501151409588531511454012693041857206046113283949847762202");

  /** What a step adds, as (y + x, y - x, 2dxy): affine, so that a step needs no more than that. */
  private static final int[] STEP_PLUS = field(BASE_Y.add(BASE_X));

  private static final int[] STEP_MINUS = field(BASE_Y.subtract(BASE_X));
  private static final int[] STEP_2DXY =
      field(BigInteger.TWO.multiply(D).multiply(BASE_X).multiply(BASE_Y));
  private static final int[] TWICE_D = field(BigInteger.TWO.multiply(D));

  private final byte[] encoded = new byte[BATCH * KEY];
  private final int[][] xs = new int[BATCH][];
  private final int[][] ys = new int[BATCH][];
  private final int[][] zs = new int[BATCH][];
  private final int[][] products = new int[BATCH][];

  private final int[] x = X25519Field.create();
  private final int[] y = X25519Field.create();
  private final int[] z = X25519Field.create();
  private final int[] t = X25519Field.create();

  private final int[] a = X25519Field.create();
  private final int[] b = X25519Field.create();
  private final int[] c = X25519Field.create();
  private final int[] d = X25519Field.create();
  private int next = 2 * BATCH;

  /**
   * @param start how often B is in the first point, from 1; two rows meet where their starts are
   *     closer than they are long
   */
  Points(BigInteger start) {
    for (int i = 0; i < BATCH; i++) {
      xs[i] = X25519Field.create();
      ys[i] = X25519Field.create();
      zs[i] = X25519Field.create();
      products[i] = X25519Field.create();
    }
    multiply(start);
  }

  /** Writes the next point's 32 bytes to {@code target} at {@code offset}. */
  void next(byte[] target, int offset) {
    if (next == 2 * BATCH) {
      fill();
    }
    System.arraycopy(encoded, KEY * (next / 2), target, offset, KEY);
    // the top bit is the sign of x
    target[offset + KEY - 1] ^= (byte) (next % 2 << 7);
    next++;
  }

  private void fill() {
    for (int i = 0; i < BATCH; i++) {
      X25519Field.copy(x, 0, xs[i], 0);
      X25519Field.copy(y, 0, ys[i], 0);
      X25519Field.copy(z, 0, zs[i], 0);
      step();
    }
    // one inversion: products[i] = z0 * ... * zi
    X25519Field.copy(zs[0], 0, products[0], 0);
    for (int i = 1; i < BATCH; i++) {
      X25519Field.mul(products[i - 1], zs[i], products[i]);
    }
    X25519Field.invVar(products[BATCH - 1], a);
    for (int i = BATCH - 1; i >= 0; i--) {
      if (i == 0) {
        X25519Field.copy(a, 0, b, 0);
      } else {
        X25519Field.mul(a, products[i - 1], b);
        X25519Field.mul(a, zs[i], a);
      }
      encode(xs[i], ys[i], b, KEY * i);
    }
    next = 0;
  }

  private void encode(int[] pointX, int[] pointY, int[] inverse, int offset) {
    X25519Field.mul(pointY, inverse, c);
    X25519Field.normalize(c);
    X25519Field.encode(c, encoded, offset);
    X25519Field.mul(pointX, inverse, c);
    X25519Field.normalize(c);
    encoded[offset + KEY - 1] |= (byte) ((c[0] & 1) << 7);
  }

  /** (x, y, z, t) plus B. */
  private void step() {
    X25519Field.apm(y, x, b, a);
    X25519Field.mul(a, STEP_MINUS, a);
    X25519Field.mul(b, STEP_PLUS, b);
    X25519Field.mul(t, STEP_2DXY, c);
    X25519Field.add(z, z, d);
    finish();
  }

  /** (x, y, z, t) plus itself; the law is complete, so that addition doubles too. */
  private void twice() {
    X25519Field.apm(y, x, b, a);
    X25519Field.sqr(a, a);
    X25519Field.sqr(b, b);
    X25519Field.sqr(t, c);
    X25519Field.mul(c, TWICE_D, c);
    X25519Field.sqr(z, d);
    X25519Field.add(d, d, d);
    finish();
  }

  private void finish() {
    int[] e = t;
    X25519Field.sub(b, a, e);
    X25519Field.add(b, a, b);
    X25519Field.copy(d, 0, a, 0);
    X25519Field.sub(d, c, d);
    X25519Field.add(a, c, a);
    X25519Field.carry(d);
    X25519Field.carry(a);
    X25519Field.carry(b);
    X25519Field.carry(e);
    X25519Field.mul(e, d, x);
    X25519Field.mul(a, b, y);
    X25519Field.mul(d, a, z);
    X25519Field.mul(e, b, t);
  }

  private void multiply(BigInteger scalar) {
    X25519Field.zero(x);
    X25519Field.one(y);
    X25519Field.one(z);
    X25519Field.zero(t);
    for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
      twice();
      if (scalar.testBit(bit)) {
        step();
      }
    }
  }

  private static int[] field(BigInteger value) {
    byte[] bigEndian = value.mod(PRIME).toByteArray();
    byte[] littleEndian = new byte[KEY];
    for (int i = 0; i < Math.min(KEY, bigEndian.length); i++) {
      littleEndian[i] = bigEndian[bigEndian.length - 1 - i];
    }
    int[] field = X25519Field.create();
    X25519Field.decode(littleEndian, field);
    return field;
  }
}
