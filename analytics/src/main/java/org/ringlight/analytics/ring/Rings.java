package org.ringlight.analytics.ring;

import java.util.function.Consumer;

/**
 * All rings of a chain up to a tip. Can be read any number of times and says the same each time.
 * Not for several threads.
 */
public interface Rings {

  /** How many rings there are. */
  long count();

  /**
   * How many dense output ids there are: {@link Ring#outputId} is below it. Sizes the arrays of
   * algorithms that work on the whole graph.
   */
  long outputCount();

  /**
   * Shows every ring, in chain order. The ring is a view that changes under its holder: it is good
   * until {@code visitor} returns, and what is kept of it must be copied.
   */
  void forEach(Consumer<? super Ring> visitor);
}
