package org.ringlight.indexer;

import java.util.OptionalLong;

/**
 * What to index.
 *
 * @param to the last height wanted; the node's tip where empty
 */
public record Indexing(OptionalLong to, Unreadable unreadable) {

  public Indexing {
    if (to.isPresent() && to.getAsLong() < 0) {
      throw new IllegalArgumentException("a height is not negative: " + to.getAsLong());
    }
  }

  /** Everything up to the node's tip, stopping at what cannot be read. */
  public static Indexing everything() {
    return new Indexing(OptionalLong.empty(), Unreadable.STOP);
  }
}
