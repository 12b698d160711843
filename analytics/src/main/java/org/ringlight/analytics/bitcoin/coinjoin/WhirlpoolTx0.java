package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.coinjoin.Shape.Equal;

/**
 * Definition: the transaction that makes coins for a Whirlpool mix. One output without an address
 * (data); 1 to 70 equal outputs worth a pool's denomination and 100 to 110,000 satoshi more; at
 * most two others with an address, exactly one of them worth half to three times the pool's fee.
 *
 * <p>Citation: Stütz et al., AFT 2022 (arXiv 2109.10229); thresholds of graphsense-lib 2.16.0,
 * {@code _whirlpool_tx0_heuristic}. Confidence 60, as there.
 *
 * <p>Guarantee: statistical. Where it applies: Whirlpool, 2019 to 2024. It has one owner, so that
 * nobody should keep its inputs apart for it. Known failures: change that happens to be worth a fee
 * hides it.
 */
final class WhirlpoolTx0 implements CoinJoinDetector {

  private static final int CONFIDENCE = 60;
  private static final int MOST_PREMIX = 70;
  private static final int MOST_OTHERS = 2;

  @Override
  public Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape) {
    if (shape.outputsWithoutAddress() != 1 || shape.outputs() < 2) {
      return Optional.empty();
    }
    return WhirlpoolPool.ALL.stream()
        .filter(pool -> fits(shape, pool))
        .findFirst()
        .map(
            pool ->
                new CoinJoinSign(CoinJoinKind.WHIRLPOOL_TX0, CONFIDENCE, 1, pool.denomination()));
  }

  /** The value of the coins that it made for a pool. */
  static long premixValue(Shape shape, long denomination) {
    return shape
        .mostFrequent(
            denomination + WhirlpoolPool.LEAST_EXTRA, denomination + WhirlpoolPool.MOST_EXTRA)
        .value();
  }

  private static boolean fits(Shape shape, WhirlpoolPool pool) {
    Equal premix =
        shape.mostFrequent(
            pool.denomination() + WhirlpoolPool.LEAST_EXTRA,
            pool.denomination() + WhirlpoolPool.MOST_EXTRA);
    return premix.count() >= 1
        && premix.count() <= MOST_PREMIX
        && shape.outputs() - premix.count() <= MOST_OTHERS
        && shape.countBetween((pool.fee() + 1) / 2, 3 * pool.fee()) == 1;
  }
}
