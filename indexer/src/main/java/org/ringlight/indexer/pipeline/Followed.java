package org.ringlight.indexer.pipeline;

import java.time.Duration;

/** What {@link Follow} keeps up with a source's tip. */
public interface Followed {

  /** Blocks come one by one from now on, once the tip is near. */
  void setPace(Pace pace);

  /**
   * Makes sure that the source is of the tables' network.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid where it is not
   */
  void claim();

  /**
   * Stores what the source has and the tables have not.
   *
   * @throws Stopped where it is stopped while the source is asked
   */
  void run(FollowListener listener);

  /** How many blocks were committed. */
  long blocks();

  /** Looks at what waits for a block, where the source tells; how long to wait after it. */
  Duration lookAtPool();

  /** Following is over: what is still to be committed is. */
  void finish();
}
