package org.ringlight.indexer;

import java.time.Duration;
import org.ringlight.lake.Tip;

/** What a run has committed so far. */
final class Tally {

  private long blocks;
  private long transactions;
  private long quarantined;
  private long rolledBack;

  void committed(long newBlocks, long newTransactions, long newQuarantined, long takenBack) {
    blocks += newBlocks;
    transactions += newTransactions;
    quarantined += newQuarantined;
    rolledBack += takenBack;
  }

  long blocks() {
    return blocks;
  }

  /** What was committed since {@code before} was copied, up to {@code tip}. */
  FollowListener.Step since(Tally before, Tip tip) {
    return new FollowListener.Step(
        tip.height(),
        tip.hash(),
        blocks - before.blocks,
        transactions - before.transactions,
        rolledBack - before.rolledBack);
  }

  Tally copy() {
    Tally copy = new Tally();
    copy.committed(blocks, transactions, quarantined, rolledBack);
    return copy;
  }

  IndexReport report(Tip tip, Duration took) {
    return new IndexReport(
        blocks, transactions, quarantined, rolledBack, tip.height(), tip.hash(), took);
  }
}
