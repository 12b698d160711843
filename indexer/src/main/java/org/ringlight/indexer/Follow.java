package org.ringlight.indexer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.NodeUnreachable;

/**
 * Stays with a node's tip. What was announced is only a hint: the node is asked, and it is asked
 * after a while in any case. While the node is away it is asked ever more rarely, and after it
 * comes back it must still be of the tables' network.
 */
final class Follow {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** So many blocks without an announcement are no coincidence. */
  private static final long BLOCKS_UNANNOUNCED = 3;

  private static final long NOT_YET = -1;

  private final CatchUp catchUp;
  private final Following following;
  private final FollowListener listener;
  private final Stop stop;
  private final Hints hints;
  private final PoolWatch pool;
  private boolean claimed;
  private @Nullable Outage outage;
  private long blocksBefore = NOT_YET;
  private boolean said;

  /** Since when the node is away, and how long it is left alone now. */
  private record Outage(long sinceNanos, Duration pause) {

    Outage longer() {
      Duration doubled = pause.multipliedBy(2);
      return new Outage(sinceNanos, doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
    }
  }

  Follow(CatchUp catchUp, Following following, FollowListener listener, Stop stop) {
    this.catchUp = catchUp;
    this.following = following;
    this.listener = listener;
    this.stop = stop;
    this.hints = new Hints(following.announcements(), stop);
    this.pool = catchUp.poolWatch(following, listener);
  }

  /** Until it is stopped. */
  void run() {
    catchUp.setPace(CatchUp.Pace.SINGLY_AT_THE_TIP);
    try {
      while (!stop.isAsked()) {
        hints.await(round());
      }
    } catch (Stopped e) {
      // while it waited for the node
    }
    pool.commit();
  }

  /** Does what there is to do; how long nothing need be done after it. */
  private Duration round() {
    try {
      if (!claimed) {
        catchUp.claim();
        claimed = true;
        answered();
      }
      catchUp.run(listener);
      sayIfUnannounced();
      return pool.look();
    } catch (NodeUnreachable e) {
      claimed = false;
      Outage now =
          outage == null ? new Outage(System.nanoTime(), following.poll()) : outage.longer();
      outage = now;
      listener.away(e, now.pause());
      return now.pause();
    }
  }

  private void answered() {
    if (outage != null) {
      listener.back(Duration.ofNanos(System.nanoTime() - outage.sinceNanos()));
      outage = null;
    }
  }

  /** Once: blocks that are found only by asking mean that nobody announces them. */
  private void sayIfUnannounced() {
    if (blocksBefore == NOT_YET) {
      blocksBefore = catchUp.blocks();
    }
    if (!said && hints.silent() && catchUp.blocks() - blocksBefore >= BLOCKS_UNANNOUNCED) {
      said = true;
      listener.unannounced();
    }
  }
}
