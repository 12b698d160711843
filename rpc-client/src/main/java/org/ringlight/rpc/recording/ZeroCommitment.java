package org.ringlight.rpc.recording;

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

  private static final EdwardsPoint G = EdwardsPoint.BASE;
  private static final List<EdwardsPoint> H_DOUBLED =
      doubled(
          EdwardsPoint.decode(
              HexFormat.of()
                  .parseHex("8b655970153799af2aeadc9ff1add0ea6c7251d54154cfa92c173a0dd39c1f94")));

  private ZeroCommitment() {}

  /** The commitment to {@code amount} atomic units, unsigned. */
  static Commitment to(long amount) {
    EdwardsPoint sum = G;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if ((amount >>> bit & 1) == 1) {
        sum = sum.plus(H_DOUBLED.get(bit));
      }
    }
    return Commitment.of(sum.encode());
  }

  /** The point times 1, 2, 4 and so on up to 2^63. */
  private static List<EdwardsPoint> doubled(EdwardsPoint point) {
    List<EdwardsPoint> powers = new ArrayList<>();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      powers.add(point);
      point = point.plus(point);
    }
    return powers;
  }
}
