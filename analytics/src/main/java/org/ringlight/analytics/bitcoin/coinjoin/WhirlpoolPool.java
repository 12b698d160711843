package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.List;

/**
 * A pool of Samourai's Whirlpool, in satoshi. The four pools are those of graphsense-lib 2.16.0
 * ({@code WHIRLPOOL_POOLS} in heuristics_service.py).
 *
 * @param denomination of every mixed output
 * @param fee that entering it costs
 */
record WhirlpoolPool(long denomination, long fee) {

  static final List<WhirlpoolPool> ALL =
      List.of(
          new WhirlpoolPool(100_000, 5_000),
          new WhirlpoolPool(1_000_000, 50_000),
          new WhirlpoolPool(5_000_000, 175_000),
          new WhirlpoolPool(50_000_000, 1_750_000));

  /** Least and most that a coin which enters is worth above the denomination: the miner's share. */
  static final long LEAST_EXTRA = 100;

  static final long MOST_EXTRA = 110_000;

  /** Whether a coin of this value is one that enters the pool. */
  boolean isPremix(long value) {
    return value >= denomination + LEAST_EXTRA && value <= denomination + MOST_EXTRA;
  }
}
