package org.ringlight.indexer.pipeline;

import java.util.OptionalLong;

/**
 * What to index.
 *
 * @param from the height at which new tables begin; genesis where empty
 * @param to the last height wanted; the node's tip where empty
 */
public record Indexing(
    OptionalLong from, OptionalLong to, Unreadable unreadable, DeepReorganisations deep) {

  public Indexing {
    requireHeight(from);
    requireHeight(to);
    if (from.isPresent() && to.isPresent() && from.getAsLong() > to.getAsLong()) {
      throw new IllegalArgumentException(
          "the first height is above the last: " + from.getAsLong() + " to " + to.getAsLong());
    }
  }

  /** From genesis, or wherever the tables begin; deep reorganisations are refused. */
  public Indexing(OptionalLong to, Unreadable unreadable) {
    this(OptionalLong.empty(), to, unreadable, DeepReorganisations.REFUSED);
  }

  private static void requireHeight(OptionalLong height) {
    if (height.isPresent() && height.getAsLong() < 0) {
      throw new IllegalArgumentException("a height is not negative: " + height.getAsLong());
    }
  }

  /** Following has no last height. */
  public void requireNoEnd() {
    if (to.isPresent()) {
      throw new IllegalArgumentException("a run that follows has no last height");
    }
  }

  /** Everything up to the node's tip, stopping at what cannot be read. */
  public static Indexing everything() {
    return new Indexing(OptionalLong.empty(), Unreadable.STOP);
  }

  /** The same, in tables that begin at {@code height}. */
  public Indexing startingAt(long height) {
    return new Indexing(OptionalLong.of(height), to, unreadable, deep);
  }

  /** The same, following the node wherever its longer chain leads. */
  public Indexing acceptingDeepReorganisations() {
    return new Indexing(from, to, unreadable, DeepReorganisations.ACCEPTED);
  }
}
