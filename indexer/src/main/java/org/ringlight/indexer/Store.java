package org.ringlight.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.indexer.pipeline.BlockStore;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.indexer.pipeline.CommitDue;
import org.ringlight.indexer.pipeline.Tally;
import org.ringlight.indexer.pipeline.Upkeep;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Writer;
import org.ringlight.protocol.BlockHash;

/**
 * Stage three: blocks into commits. The first commit also takes back what is stored above the last
 * shared block.
 */
final class Store implements BlockStore<CheckedBlock> {

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
  private Optional<BlockHash> lastHash;
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
    this.lastHash = stored.hashAt(shared);
    this.takenBack = stored.tipHeight() - shared;
    StoredChain.Counts counts = stored.countsUpTo(shared);
    this.ids = stored.outputIds(ids, shared, counts.outputs());
    beside.older().resume(stored, shared);
    this.numbering =
        new Numbering(this.ids, beside.older(), counts, stored.quarantinedBytesAt(shared));
  }

  @Override
  public void expect(List<CheckedBlock> next) {
    beside.older().expect(next);
  }

  @Override
  public int append(CheckedBlock block) {
    requireFollows(block);
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
    lastHash = Optional.of(block.id());
    blocks++;
    int appended = 1 + block.transactions().size();
    transactions += appended;
    return appended;
  }

  private void requireFollows(CheckedBlock block) {
    BlockHash previous = block.block().header().previous();
    if (lastHash.isPresent() && !previous.equals(lastHash.get())) {
      throw new BranchChanged(
          "block " + block.height() + " follows " + previous + ", not " + lastHash.get());
    }
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

  @Override
  public void commitIfDue() {
    if (due.reached(transactions, blocks, System.nanoTime() - begun)) {
      commit();
    }
  }

  /**
   * Commits what was appended; nothing where nothing was, or where the new branch does not yet
   * reach as far as what it takes back.
   */
  @Override
  public void commit() {
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
    Upkeep.after(number, writer);
    tally.committed(blocks, transactions, into.quarantined(), takenBack);
    blocks = 0;
    transactions = 0;
    takenBack = 0;
  }

  @Override
  public void close() {
    ids.close();
    if (commit != null) {
      commit.close();
    }
  }
}
