package org.ringlight.indexer.pipeline;

import java.time.Duration;
import java.util.Optional;
import org.ringlight.rpc.zmq.Announcement;
import org.ringlight.rpc.zmq.Announcements;

/**
 * Says when to ask the node again: when it announced something, at the latest after a while.
 * Announcements come in bursts, and anybody may send them, so those of a moment are one hint.
 */
final class Hints {

  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final Duration BLOCKS_GATHER = Duration.ofMillis(100);
  private static final Duration POOL_GATHERS = Duration.ofSeconds(1);

  private final Optional<Announcements> announcements;
  private final Stop stop;
  private boolean heard;

  Hints(Optional<Announcements> announcements, Stop stop) {
    this.announcements = announcements;
    this.stop = stop;
  }

  /** Whether announcements are wanted and none ever came. */
  boolean silent() {
    return announcements.isPresent() && !heard;
  }

  /** Waits for a hint, so long at most, or until it is time to stop. */
  void await(Duration longest) {
    if (announcements.isEmpty()) {
      stop.await(longest);
      return;
    }
    long start = System.nanoTime();
    long until = longest.toNanos();
    for (long now = 0; now < until && !stop.isAsked(); now = System.nanoTime() - start) {
      Duration glance = Duration.ofNanos(Math.min(GLANCE.toNanos(), until - now));
      Optional<Announcement> next = announcements.get().next(glance);
      if (next.isPresent()) {
        heard = true;
        Duration gathers =
            next.get() instanceof Announcement.ChainGrew ? BLOCKS_GATHER : POOL_GATHERS;
        until = Math.min(until, System.nanoTime() - start + gathers.toNanos());
      }
    }
  }
}
