package org.ringlight.analytics.bitcoin.cluster;

import java.util.Locale;

/**
 * A reason, seen in a transaction itself, to believe that its inputs have several owners. A guard
 * looks at nothing else, so that guards keep clusters independent of the order of transactions.
 */
public enum Guard {
  /** Only {@code SIGHASH_ALL}, without {@code ANYONECANPAY}, binds every input and output. */
  SIGNATURES,
  /** {@link org.ringlight.analytics.bitcoin.coinjoin.CoinJoinVerdict#stonewall}. */
  STONEWALL,
  /** Any sign of {@link org.ringlight.analytics.bitcoin.coinjoin.CoinJoins} that stands. */
  COIN_JOINS,
  /** {@link org.ringlight.analytics.bitcoin.coinjoin.PayJoinShape}. */
  PAY_JOIN;

  /** As tables and pages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
