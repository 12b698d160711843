package org.ringlight.indexer.bitcoin;

import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/**
 * Coinbases that repeat an earlier one whose outputs are still unspent: not allowed, but for two
 * that came before the rule, and whose outputs took the place of the earlier ones (BIP 30; Bitcoin
 * Core v28.0, {@code src/validation.cpp}, {@code IsBIP30Repeat}).
 */
final class Duplicates {

  private static final long FIRST = 91_842;
  private static final long SECOND = 91_880;

  private Duplicates() {}

  static boolean isAllowed(long height, BitcoinNetwork network) {
    return network == BitcoinNetwork.MAINNET && (height == FIRST || height == SECOND);
  }

  /** Whether a block with one of the two is above {@code shared} and up to {@code tip}. */
  static boolean areAmong(long shared, long tip, BitcoinNetwork network) {
    return network == BitcoinNetwork.MAINNET && shared < SECOND && tip >= FIRST;
  }
}
