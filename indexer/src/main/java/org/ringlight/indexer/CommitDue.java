package org.ringlight.indexer;

import java.time.Duration;

/** When a commit is made: after so many transactions, blocks or so much time, the first to come. */
record CommitDue(long transactions, long blocks, Duration age) {

  /** Large enough for few files, often enough that little is fetched twice after a crash. */
  static final CommitDue ORDINARY = new CommitDue(200_000, 20_000, Duration.ofSeconds(20));

  /** Whether a commit of this size is to be made now. */
  boolean reached(long transactionsSoFar, long blocksSoFar, long nanosSoFar) {
    return transactionsSoFar >= transactions
        || blocksSoFar >= blocks
        || nanosSoFar >= age.toNanos();
  }
}
