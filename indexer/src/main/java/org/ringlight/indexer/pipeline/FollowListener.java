package org.ringlight.indexer.pipeline;

import java.time.Duration;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.protocol.BlockHash;

/** Hears what a run does that follows a node. Called on its thread. */
public interface FollowListener {

  /** Hears nothing. */
  FollowListener SILENT =
      new FollowListener() {
        @Override
        public void stored(Step step) {}

        @Override
        public void away(NodeUnreachable why, Duration pause) {}

        @Override
        public void back(Duration away) {}

        @Override
        public void unannounced() {}

        @Override
        public void pool(int waiting) {}

        @Override
        public void poolRefused(Failure why) {}

        @Override
        public void poolTooLarge(int waiting, int largest) {}

        @Override
        public void unreadable(Failure why) {}

        @Override
        public void note(String sentence) {}
      };

  /**
   * What was committed at once; one block, where the run is at the tip.
   *
   * @param height of the tip now
   * @param takenBack blocks that the node's chain had left
   */
  record Step(long height, BlockHash hash, long blocks, long transactions, long takenBack) {}

  /** Blocks were committed. */
  void stored(Step step);

  /** The node does not answer, and is asked again after {@code pause}. */
  void away(NodeUnreachable why, Duration pause);

  /** The node answers again. */
  void back(Duration away);

  /** Blocks came, but nothing was ever announced: the publisher is not there, or another's. */
  void unannounced();

  /** The node's pool was looked into: so many wait for a block. */
  void pool(int waiting);

  /** The node's pool cannot be asked for; told once, until it can. */
  void poolRefused(Failure why);

  /** The node's pool holds more than is taken in; told once. */
  void poolTooLarge(int waiting, int largest);

  /** A transaction of the pool cannot be read or does not verify: it is left out. */
  void unreadable(Failure why);

  /** Something else that the user should know; each told once, and again in the run's report. */
  void note(String sentence);
}
