package org.ringlight.graph.load;

import java.util.Optional;

/** The batches of a range of heights, in order. Used by one thread at a time; close it. */
public interface Batches extends AutoCloseable {

  /** Makes the next one; empty at the end. */
  Optional<? extends Batch> next();

  @Override
  void close();
}
