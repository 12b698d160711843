package org.ringlight.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.lake.Commit;
import org.ringlight.lake.ExpiryPolicy;
import org.ringlight.lake.Writer;

/**
 * Stage three: blocks into commits. The first commit also takes back what is stored above the last
 * shared block. Closed without {@link #commit}, it forgets what was not committed.
 */
final class Store implements AutoCloseable {

  private static final int COMMITS_BETWEEN_COMPACTIONS = 8;

  private final Writer writer;
  private final StoredChain stored;
  private final Beside beside;
  private final Collection<Waiting> restored;
  private final Tally tally;
  private final CommitDue due;
  private final OutputIds ids;
  private final Numbering numbering;
  private final long takeBackAbove;
  private long takenBack;

  private @Nullable Commit commit;
  private @Nullable BlockRows rows;
  private Fates fates = new Fates(List.of());
  private @Nullable CheckedBlock last;
  private boolean numberedOnly;
  private long blocks;
  private long transactions;
  private long begun = System.nanoTime();

  /**
   * Goes on after block {@code shared} of what is stored.
   *
   * @param ids the folder of the map of output ids
   */
  Store(
      Writer writer,
      StoredChain stored,
      long shared,
      Path ids,
      CommitDue due,
      Beside beside,
      Tally tally) {
    this.writer = writer;
    this.stored = stored;
    this.beside = beside;
    this.restored = stored.poolAbove(shared);
    this.tally = tally;
    this.due = due;
    this.takeBackAbove = shared;
    this.takenBack = stored.tipHeight() - shared;
    StoredChain.Counts counts = stored.countsUpTo(shared);
    this.ids = stored.outputIds(ids, shared, counts.outputs());
    beside.older().resume(stored, shared);
    this.numbering =
        new Numbering(this.ids, beside.older(), counts, stored.quarantinedBytesAt(shared));
  }

  /** Blocks that are to be appended next, which lets what they need be asked for together. */
  void expect(List<CheckedBlock> next) {
    beside.older().expect(next);
  }

  /**
   * Appends a block.
   *
   * @throws org.ringlight.failure.DataInvalid where it does not continue what is stored; the blocks
   *     before it can still be committed, none can be appended any more
   */
  void append(CheckedBlock block) {
    BlockRows into = rows;
    if (into == null) {
      into = begin();
    }
    beside.older().prepare(block, ids);
    numberedOnly = true;
    into.append(block);
    numberedOnly = false;
    fates.append(block);
    last = block;
    blocks++;
    transactions += 1 + block.transactions().size();
  }

  private BlockRows begin() {
    Commit fresh = writer.begin();
    commit = fresh;
    if (takenBack > 0) {
      fresh.deleteAbove(takeBackAbove);
      beside.branches().keepOrphaned(fresh, stored.tables().orElseThrow(), takeBackAbove);
      fates = new Fates(beside.pool().with(restored));
    } else {
      fresh.takeBackUndecided();
      fates = new Fates(beside.pool().with(List.of()));
    }
    BlockRows into = new BlockRows(fresh, numbering, beside.older(), Clock.systemUTC());
    rows = into;
    begun = System.nanoTime();
    return into;
  }

  /** Commits where enough has come together. */
  void commitIfDue() {
    if (due.reached(transactions, blocks, System.nanoTime() - begun)) {
      commit();
    }
  }

  /**
   * Commits what was appended; nothing where nothing was, or where the new branch does not yet
   * reach as far as what it takes back.
   */
  void commit() {
    Commit made = commit;
    BlockRows into = rows;
    CheckedBlock tip = last;
    if (made == null || into == null || tip == null || tip.height() < takeBackAbove + takenBack) {
      return;
    }
    last = null;
    fates.writeTo(made, tip.height());
    long number = made.commit(tip.height(), tip.id()).number();
    fates.committed(beside.pool());
    beside.committed(tip.height());
    commit = null;
    rows = null;
    if (!numberedOnly) { // else the map is ahead of the tables, and the mark before this one holds
      ids.mark(tip.height(), tip.id().toString(), numbering.outputs());
    }
    compactIfDue(writer, number);
    tally.committed(blocks, transactions, into.quarantined(), takenBack);
    blocks = 0;
    transactions = 0;
    takenBack = 0;
  }

  /** Keeps the number of files small while the chain is stored commit by commit. */
  static void compactIfDue(Writer writer, long commit) {
    if (commit % COMMITS_BETWEEN_COMPACTIONS == 0) {
      writer.compact(rows -> {});
      writer.expire(ExpiryPolicy.DEFAULT);
    }
  }

  @Override
  public void close() {
    ids.close();
    if (commit != null) {
      commit.close();
    }
  }
}
