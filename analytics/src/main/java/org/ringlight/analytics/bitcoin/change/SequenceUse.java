package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/** How a wallet sets sequence numbers; the lowest number of all inputs decides. */
public enum SequenceUse {
  /** No input, or all final. */
  FINAL,
  /** The lock time holds and nothing may be replaced. */
  LOCK_TIME_ONLY,
  /** It says that it may be replaced (BIP 125). */
  REPLACEABLE;

  private static final long ALL_FINAL = 0xffffffffL;
  private static final long LAST_NOT_REPLACEABLE = 0xfffffffeL;

  static SequenceUse of(CoinTransaction tx) {
    long lowest = ALL_FINAL;
    for (int i = 0; i < tx.inputs(); i++) {
      lowest = Math.min(lowest, tx.inputSequence(i));
    }
    return lowest == ALL_FINAL
        ? FINAL
        : lowest == LAST_NOT_REPLACEABLE ? LOCK_TIME_ONLY : REPLACEABLE;
  }
}
