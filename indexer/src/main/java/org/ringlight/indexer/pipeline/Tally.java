package org.ringlight.indexer.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.Tip;

/** What a run has committed so far. */
public final class Tally {

  private long blocks;
  private long transactions;
  private long quarantined;
  private long rolledBack;
  private long branchBlocks;
  private final List<String> notes = new ArrayList<>();
  private int told;

  /** A commit was made of so much. */
  public void committed(long newBlocks, long newTransactions, long newQuarantined, long takenBack) {
    blocks += newBlocks;
    transactions += newTransactions;
    quarantined += newQuarantined;
    rolledBack += takenBack;
  }

  /** Blocks off the main chain were kept. */
  public void keptBranchBlocks(long newBlocks) {
    branchBlocks += newBlocks;
  }

  /** Something that the user should know. */
  public void note(String sentence) {
    notes.add(sentence);
  }

  /** What was noted since this was asked last. */
  public List<String> untold() {
    List<String> untold = List.copyOf(notes.subList(told, notes.size()));
    told = notes.size();
    return untold;
  }

  /** How many blocks were committed. */
  public long blocks() {
    return blocks;
  }

  /** What was committed since {@code before} was copied, up to {@code tip}. */
  public FollowListener.Step since(Tally before, Tip tip) {
    return new FollowListener.Step(
        tip.height(),
        tip.hash(),
        blocks - before.blocks,
        transactions - before.transactions,
        rolledBack - before.rolledBack);
  }

  /** The counts as they are now. */
  public Tally copy() {
    Tally copy = new Tally();
    copy.committed(blocks, transactions, quarantined, rolledBack);
    return copy;
  }

  /** Of a run that took so long and ended at {@code tip}. */
  public IndexReport report(Tip tip, Duration took) {
    return new IndexReport(
        blocks,
        transactions,
        quarantined,
        rolledBack,
        branchBlocks,
        notes,
        tip.height(),
        tip.hash(),
        took);
  }
}
