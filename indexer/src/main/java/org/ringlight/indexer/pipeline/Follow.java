package org.ringlight.indexer.pipeline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.NodeUnreachable;

/**
 * Stays with a node's tip. What was announced is only a hint: the node is asked, and it is asked
 * after a while in any case. While the node is away it is asked ever more rarely, and after it
 * comes back it must still be of the tables' network.
 */
public final class Follow {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** So many blocks without an announcement are no coincidence. */
  private static final long BLOCKS_UNANNOUNCED = 3;

  private static final long NOT_YET = -1;

  private final Followed catchUp;
  private final Following following;
  private final FollowListener listener;
  private final Stop stop;
  private final Hints hints;
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

  public Follow(Followed catchUp, Following following, FollowListener listener, Stop stop) {
    this.catchUp = catchUp;
    this.following = following;
    this.listener = listener;
    this.stop = stop;
    this.hints = new Hints(following.announcements(), stop);
  }

  /** Until it is stopped. */
  public void run() {
    catchUp.setPace(Pace.SINGLY_AT_THE_TIP);
    try {
      while (!stop.isAsked()) {
        hints.await(round());
      }
    } catch (Stopped e) {
      // while it waited for the node
    }
    catchUp.finish();
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
      return catchUp.lookAtPool();
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
