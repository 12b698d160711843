package org.ringlight.analytics.proof;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where rings that are not on the main chain come from, and so what the indexes of their members
 * mean: below the split they are the main chain's outputs, from there on the origin's own.
 */
final class Origin {

  private final long split;
  private final boolean allOrNothing;
  private final Supplier<Outputs> source;
  private @Nullable Outputs own;

  /**
   * @param split the first height at which it is not the main chain
   * @param allOrNothing whether a ring of which a member is not certain says nothing
   * @param source reads its own outputs, when they are first needed
   */
  Origin(long split, boolean allOrNothing, Supplier<Outputs> source) {
    this.split = split;
    this.allOrNothing = allOrNothing;
    this.source = source;
  }

  long split() {
    return split;
  }

  boolean allOrNothing() {
    return allOrNothing;
  }

  /** The key of an output, or {@link Outputs#NONE} where that is not certain. */
  int key(Outputs main, int chainOutputs, long space, long index) {
    int output = main.find(space, index);
    if (output != Outputs.NONE && output < chainOutputs && main.height(output) < split) {
      return main.key(output);
    }
    Outputs read = load();
    int there = read.find(space, index);
    return there == Outputs.NONE ? Outputs.NONE : read.key(there);
  }

  /** Reads its own outputs, if they are not read. */
  Outputs load() {
    Outputs read = own;
    if (read == null) {
      read = source.get();
      own = read;
    }
    return read;
  }
}
