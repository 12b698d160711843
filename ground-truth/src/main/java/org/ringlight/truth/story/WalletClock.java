package org.ringlight.truth.story;

import java.time.Duration;
import java.util.function.Supplier;

/** How long wallets were at work: what a story waits for. Thread-safe. */
public final class WalletClock {

  private long summedNanos;
  private long busyNanos;
  private int working;
  private long busySince;

  /** Time that passed while at least one wallet was at work. */
  public synchronized Duration busy() {
    return Duration.ofNanos(busyNanos);
  }

  /** The time of every call to a wallet, added up; more than passed, as several work at once. */
  public synchronized Duration summed() {
    return Duration.ofNanos(summedNanos);
  }

  /** Does {@code call}, which waits for a wallet. */
  <T> T during(Supplier<T> call) {
    long start = System.nanoTime();
    began(start);
    try {
      return call.get();
    } finally {
      ended(start);
    }
  }

  private synchronized void began(long now) {
    if (working++ == 0) {
      busySince = now;
    }
  }

  private synchronized void ended(long start) {
    long now = System.nanoTime();
    summedNanos += now - start;
    if (--working == 0) {
      busyNanos += now - busySince;
    }
  }
}
