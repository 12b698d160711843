package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.List;
import java.util.Optional;

/**
 * What the detectors say of one transaction.
 *
 * @param signs of mixes, in the order of {@link CoinJoinKind}
 * @param tx0 the sign of a Whirlpool Tx0, which is no mix
 * @param stonewall whether the shape of a Stonewall speaks against the signs
 */
public record CoinJoinVerdict(
    List<CoinJoinSign> signs, Optional<CoinJoinSign> tx0, boolean stonewall) {

  static final CoinJoinVerdict NOTHING = new CoinJoinVerdict(List.of(), Optional.empty(), false);

  public CoinJoinVerdict {
    signs = List.copyOf(signs);
  }

  /** The signs of mixes that stand: none where it looks like a Stonewall. */
  public List<CoinJoinSign> standing() {
    return stonewall ? List.of() : signs;
  }

  /** The highest confidence of those that stand, in percent; 0 where none does. */
  public int confidence() {
    return standing().stream().mapToInt(CoinJoinSign::confidence).max().orElse(0);
  }

  /** Whether a sign of this kind stands. */
  public boolean says(CoinJoinKind kind) {
    return standing().stream().anyMatch(sign -> sign.kind() == kind);
  }
}
