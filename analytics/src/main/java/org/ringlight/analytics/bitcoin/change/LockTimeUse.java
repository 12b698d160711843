package org.ringlight.analytics.bitcoin.change;

/** How a wallet sets lock times. */
public enum LockTimeUse {
  /** 0. */
  NONE,
  /** A height: Bitcoin Core and others name the current one against fee sniping. */
  HEIGHT,
  /** A time. */
  TIME;

  /** Below this a lock time is a height (Bitcoin Core, {@code LOCKTIME_THRESHOLD}). */
  private static final long FIRST_TIME = 500_000_000;

  static LockTimeUse of(long lockTime) {
    return lockTime == 0 ? NONE : lockTime < FIRST_TIME ? HEIGHT : TIME;
  }
}
