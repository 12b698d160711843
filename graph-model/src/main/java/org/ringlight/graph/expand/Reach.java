package org.ringlight.graph.expand;

/**
 * How far a neighbourhood goes.
 *
 * @param hops from transaction to transaction, 0 or more
 * @param maxNodes how many nodes it may have
 * @param maxRings an output that stands in more rings than this is a hub, and is not followed
 *     forward
 */
public record Reach(int hops, Direction direction, int maxNodes, int maxRings) {

  public static final int MOST_NODES = 200_000;

  /** Which way. */
  public enum Direction {
    /** To the transactions whose outputs may have been spent. */
    BACK,
    /** To the transactions that may have spent the outputs. */
    FORWARD,
    BOTH;

    boolean goesBack() {
      return this != FORWARD;
    }

    boolean goesForward() {
      return this != BACK;
    }
  }

  public Reach {
    if (hops < 0 || maxNodes < 1 || maxNodes > MOST_NODES || maxRings < 1) {
      throw new IllegalArgumentException(
          "hops from 0, nodes from 1 to " + MOST_NODES + ", rings from 1");
    }
  }
}
