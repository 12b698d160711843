package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: 5 to 8 inputs and as many outputs, all of different addresses; every output is worth
 * the denomination of one pool; 1 to 4 inputs are new and worth 100 to 110,000 satoshi more, the
 * others come from an earlier mix and are worth the denomination.
 *
 * <p>Citation: Stütz et al., AFT 2022 (arXiv 2109.10229); thresholds of graphsense-lib 2.16.0,
 * {@code _whirlpool_coinjoin_heuristic}. Confidence 60, as there; 90 where its inputs are known to
 * come from Whirlpool, see {@link WhirlpoolLineage}.
 *
 * <p>Guarantee: statistical. Where it applies: Whirlpool, 2019 to 2024. Known failures: the first
 * mix of a pool, in which all inputs are new; a pool with another denomination.
 */
final class Whirlpool implements CoinJoinDetector {

  private static final int CONFIDENCE = 60;
  private static final int LEAST = 5;
  private static final int MOST = 8;
  private static final int MOST_NEW = 4;

  @Override
  public Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape) {
    int size = shape.inputs();
    if (size < LEAST
        || size > MOST
        || shape.outputs() != size
        || shape.inputAddresses().length != size
        || !shape.outputAddressesAreDistinct()) {
      return Optional.empty();
    }
    long value = shape.values()[0];
    if (value != shape.values()[size - 1]) {
      return Optional.empty();
    }
    return WhirlpoolPool.ALL.stream()
        .filter(pool -> pool.denomination() == value && inputsFit(tx, pool))
        .findFirst()
        .map(pool -> new CoinJoinSign(CoinJoinKind.WHIRLPOOL, CONFIDENCE, size, value));
  }

  private static boolean inputsFit(CoinTransaction tx, WhirlpoolPool pool) {
    int entering = 0;
    for (int i = 0; i < tx.inputs(); i++) {
      if (tx.inputAddress(i) == CoinTransaction.UNKNOWN) {
        continue;
      }
      long value = tx.inputValue(i);
      if (pool.isPremix(value)) {
        entering++;
      } else if (value != pool.denomination()) {
        return false;
      }
    }
    return entering >= 1 && entering <= MOST_NEW;
  }
}
