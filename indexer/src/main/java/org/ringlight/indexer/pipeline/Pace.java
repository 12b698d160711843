package org.ringlight.indexer.pipeline;

/** How blocks come into commits. */
public enum Pace {
  /** As many as come together. */
  MANY_BLOCKS_AT_ONCE,
  /** One by one, once the node's tip is near. */
  SINGLY_AT_THE_TIP;

  /** So close to the node's tip, every block is a commit of its own. */
  private static final long NEAR_BLOCKS = 20;

  /** The last height to store at once, of those up to {@code sourceTip}. */
  public long last(long storedTip, long sourceTip) {
    return switch (this) {
      case MANY_BLOCKS_AT_ONCE -> sourceTip;
      case SINGLY_AT_THE_TIP ->
          sourceTip - storedTip > NEAR_BLOCKS ? sourceTip : Math.min(sourceTip, storedTip + 1);
    };
  }
}
