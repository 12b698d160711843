package org.ringlight.indexer;

/** What a run keeps beside the blocks of the chain, from one piece of its work to the next. */
record Beside(Branches branches, OlderOutputs older, Pool pool) {

  /** A commit was made that goes up to block {@code height}. */
  void committed(long height) {
    branches.committed();
    older.committed(height);
  }
}
