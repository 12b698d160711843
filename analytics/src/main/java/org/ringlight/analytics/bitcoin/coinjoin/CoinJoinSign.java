package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.List;

/**
 * A detector fired.
 *
 * @param confidence in percent, 1 to 100: the detector's own, a rank and not a measured probability
 * @param participants at least so many people took part, as far as the shape tells; 1 for a Tx0
 * @param denominations of the mixed outputs in satoshi, ascending
 */
public record CoinJoinSign(
    CoinJoinKind kind, int confidence, int participants, List<Long> denominations) {

  public CoinJoinSign {
    denominations = List.copyOf(denominations);
    if (confidence < 1 || confidence > 100) {
      throw new IllegalArgumentException("confidence in percent: " + confidence);
    }
  }

  CoinJoinSign(CoinJoinKind kind, int confidence, int participants, long denomination) {
    this(kind, confidence, participants, List.of(denomination));
  }

  /** The same with another confidence. */
  CoinJoinSign withConfidence(int percent) {
    return new CoinJoinSign(kind, percent, participants, denominations);
  }
}
