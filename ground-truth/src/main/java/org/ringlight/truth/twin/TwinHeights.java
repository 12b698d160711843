package org.ringlight.truth.twin;

/**
 * Where the blocks of a twin are. A coinbase may be spent after 60 blocks in Monero and after 100
 * in Bitcoin (monero {@code src/cryptonote_config.h}, {@code CRYPTONOTE_MINED_MONEY_UNLOCK_WINDOW};
 * Bitcoin Core {@code src/consensus/consensus.h}, {@code COINBASE_MATURITY}): with two blocks for
 * each of Monero's, 60 become 120, and whatever Monero allows is ripe. The first of the two holds
 * the payments, above Bitcoin's own first block; the second holds nothing.
 */
final class TwinHeights {

  /**
   * Up to which height a chain can be told twice. Twin blocks come faster than Bitcoin's are to
   * come, so that every 2,016 of them are four times as much work as those before: from here on
   * more than a processor does in minutes.
   */
  static final long LAST = 8_000;

  /** After how many blocks a coinbase may be spent. */
  static final int MATURITY = 100;

  private TwinHeights() {}

  /** The height of the block that holds the twins of a Monero block's transactions. */
  static long ofPayments(long height) {
    return 2 * height + 1;
  }
}
