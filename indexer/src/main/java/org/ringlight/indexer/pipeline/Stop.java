package org.ringlight.indexer.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ringlight.failure.Interrupted;

/** The wish that a run ends soon: asked for once, by any thread, and seen by all. */
public final class Stop {

  private final CountDownLatch asked = new CountDownLatch(1);

  /** From now on it is asked for. */
  public void ask() {
    asked.countDown();
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits so long, or until it is asked for. */
  public void await(Duration longest) {
    try {
      asked.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      // not interrupted again: files that are being written would be closed by it
      throw new Interrupted("interrupted", "index", "run the same command again to go on", e);
    }
  }
}
