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

  IndexReport report(Tip tip, Duration took) {
    return new IndexReport(
        blocks, transactions, quarantined, rolledBack, tip.height(), tip.hash(), took);
  }
}
