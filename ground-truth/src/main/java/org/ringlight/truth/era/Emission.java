package org.ringlight.truth.era;

/**
 * New coins of each block. Source: monero v0.18.3.4 src/cryptonote_basic/cryptonote_basic_impl.cpp
 * get_block_reward, without the penalty for large blocks; src/cryptonote_config.h MONEY_SUPPLY,
 * EMISSION_SPEED_FACTOR_PER_MINUTE, FINAL_SUBSIDY_PER_MINUTE.
 */
final class Emission {

  private static final long SUPPLY = -1L;
  private static final int SPEED_A_MINUTE = 20;
  private static final long FINAL_A_MINUTE = 300_000_000_000L;

  private long generated;

  /** What was mined so far, unsigned atomic units. */
  long generated() {
    return generated;
  }

  /** What the next block may make, fees apart. */
  long reward(int hardFork) {
    int minutes = hardFork < 2 ? 1 : 2;
    long reward = (SUPPLY - generated) >>> (SPEED_A_MINUTE - (minutes - 1));
    return Math.max(reward, FINAL_A_MINUTE * minutes);
  }

  /** Says that so much was made. */
  void mined(long amount) {
    generated += amount;
  }
}
