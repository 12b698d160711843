package org.ringlight.indexer;

import org.ringlight.indexer.pipeline.ReorganisationRule;

/** What a run keeps beside the blocks of the chain, from one piece of its work to the next. */
record Beside(Branches branches, OlderOutputs older, ReorganisationRule rule, Pool pool) {

  /** A commit was made that goes up to block {@code height}. */
  void committed(long height) {
    branches.committed();
    older.committed(height);
  }
}
