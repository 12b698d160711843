package org.ringlight.indexer.pipeline;

import java.time.Duration;

/** When a commit is made: after so many transactions, blocks or so much time, the first to come. */
public record CommitDue(long transactions, long blocks, Duration age) {

  /** Large enough for few files, often enough that little is fetched twice after a crash. */
  public static final CommitDue ORDINARY = new CommitDue(200_000, 20_000, Duration.ofSeconds(20));

  /** Whether a commit of this size is to be made now. */
  public boolean reached(long transactionsSoFar, long blocksSoFar, long nanosSoFar) {
    return transactionsSoFar >= transactions
        || blocksSoFar >= blocks
        || nanosSoFar >= age.toNanos();
  }
}
