package org.ringlight.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ringlight.failure.Failure;
import org.ringlight.rpc.NodeListener;

/** Says what a client does about nodes in trouble. */
final class NodeTalk implements NodeListener {

  /** What a run of seconds or hours says: all of it. */
  static final Duration ALL = Duration.ZERO;

  /** What a run of weeks says of one node that stays in trouble: enough to find it in a log. */
  static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

  private final PrintWriter talk;
  private final Duration between;
  private final ConcurrentMap<URI, Long> lastSaid = new ConcurrentHashMap<>();

  /**
   * @param between how long nothing more is said of a node after something was
   */
  NodeTalk(PrintWriter talk, Duration between) {
    this.talk = talk;
    this.between = between;
  }

  @Override
  public void retrying(URI node, String why, int attempt, Duration pause) {
    if (isTimely(node)) {
      talk.printf(
          "ringlight: %s: %s; attempt %d failed, the next follows in %.1f s%n",
          node, why, attempt, pause.toMillis() / 1000.0);
    }
  }

  @Override
  public void leaving(URI node, Failure why, Duration pause) {
    if (isTimely(node)) {
      talk.println(
          "ringlight: leaving "
              + node
              + " alone for "
              + pause.toSeconds()
              + " s: "
              + why.getMessage());
    }
  }

  private boolean isTimely(URI node) {
    long now = System.nanoTime();
    return lastSaid.merge(node, now, (last, next) -> next - last >= between.toNanos() ? next : last)
        == now;
  }
}
