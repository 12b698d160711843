package org.ringlight.indexer.verify;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts of a check, and its problems: all counted, the first ones kept. Written by one thread,
 * read by any.
 */
final class Findings {

  private final Problems problems = new Problems();
  final LongAdder blocks = new LongAdder();
  final LongAdder transactions = new LongAdder();
  long notRecomputable;
  long quarantined;
  long outputs;
  long rings;
  long members;
  long olderOutputs;
  long sampledBlocks;
  long sampledTransactions;

  void problem(long height, String what) {
    problems.add(height, what);
  }

  CheckReport report() {
    return new CheckReport(
        blocks.sum(),
        transactions.sum(),
        notRecomputable,
        quarantined,
        outputs,
        rings,
        members,
        olderOutputs,
        sampledBlocks,
        sampledTransactions,
        problems.kept(),
        problems.count());
  }
}
