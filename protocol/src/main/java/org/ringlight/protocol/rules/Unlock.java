package org.ringlight.protocol.rules;

/**
 * When outputs may be spent. Source: monero v0.18.3.4 src/cryptonote_core/blockchain.cpp
 * Blockchain::is_tx_spendtime_unlocked, prevalidate_miner_transaction; constants from
 * src/cryptonote_config.h.
 */
public final class Unlock {

  /** Unlock times below are heights, others Unix seconds: CRYPTONOTE_MAX_BLOCK_NUMBER. */
  public static final long FIRST_TIME = 500_000_000;

  /** CRYPTONOTE_MINED_MONEY_UNLOCK_WINDOW. */
  public static final int COINBASE_BLOCKS = 60;

  private static final long BLOCK_SECONDS_BEFORE_HARD_FORK_2 = 60;
  private static final long BLOCK_SECONDS = 120;

  private Unlock() {}

  /** The unlock time the coinbase of the block at this height must have. */
  public static long ofCoinbase(long height) {
    return height + COINBASE_BLOCKS;
  }

  /** Whether an unlock time is a height; otherwise it is Unix seconds. */
  public static boolean isHeight(long unlockTime) {
    return Long.compareUnsigned(unlockTime, FIRST_TIME) < 0;
  }

  /**
   * Whether a transaction in the block at {@code spendHeight} may spend an output with this unlock
   * time. One block of tolerance is granted either way.
   *
   * @param unlockTime unsigned
   * @param spendHeight how many blocks the chain has before that block
   * @param timeSeconds Unix seconds: from hard fork 13 the adjusted median of the last 60 blocks'
   *     timestamps, before that the clock of the node that checked
   */
  public static boolean spendable(
      long unlockTime, long spendHeight, long timeSeconds, int hardFork) {
    if (isHeight(unlockTime)) {
      return spendHeight >= unlockTime;
    }
    long tolerance = hardFork < 2 ? BLOCK_SECONDS_BEFORE_HARD_FORK_2 : BLOCK_SECONDS;
    return Long.compareUnsigned(timeSeconds + tolerance, unlockTime) >= 0;
  }
}
