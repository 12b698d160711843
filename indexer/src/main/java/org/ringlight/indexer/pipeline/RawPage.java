package org.ringlight.indexer.pipeline;

/** Blocks as they came from a source, nothing of them verified. */
public interface RawPage {

  /** How many blocks came; at least one. */
  int blockCount();

  /** How many bytes of blocks and transactions came. */
  long bytes();
}
