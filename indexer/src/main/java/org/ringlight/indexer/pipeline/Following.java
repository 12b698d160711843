package org.ringlight.indexer.pipeline;

import java.time.Duration;
import java.util.Optional;
import org.ringlight.rpc.zmq.Announcements;

/**
 * How a run follows a node's tip.
 *
 * @param poll from one question to the node to the next, where nothing was announced
 * @param betweenPoolCommits how long the tables go without news of the pool, where no block comes:
 *     every commit costs a few files
 * @param announcements what the node publishes; they stay the caller's
 */
public record Following(
    Duration poll, Duration betweenPoolCommits, Optional<Announcements> announcements) {

  /** For a node that publishes nothing: soon enough to see a block within seconds. */
  public static final Duration POLL = Duration.ofSeconds(5);

  /** For a node that publishes: only what was not announced is found so. */
  public static final Duration POLL_BESIDE_ANNOUNCEMENTS = Duration.ofSeconds(30);

  private static final Duration BETWEEN_POOL_COMMITS = Duration.ofSeconds(10);

  public Following {
    if (poll.isNegative() || poll.isZero()) {
      throw new IllegalArgumentException("polling takes an interval, not " + poll);
    }
  }

  /** With news of the pool every ten seconds at most. */
  public static Following of(Duration poll, Optional<Announcements> announcements) {
    return new Following(poll, BETWEEN_POOL_COMMITS, announcements);
  }
}
