package org.ringlight.graph.load;

/** Hears how far a load is. Called by the thread that loads. */
public interface LoadListener {

  /** Hears nothing. */
  LoadListener NONE = new LoadListener() {};

  /** Blocks are in the graph up to {@code height}. */
  default void loaded(long height) {}

  /** Blocks above {@code height} were taken back, with what findings and labels said of them. */
  default void takenBack(long height, long claims) {}

  /** Whether to stop at the next whole batch. */
  default boolean isStopAsked() {
    return false;
  }
}
