package org.ringlight.indexer;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Writer;

/**
 * Stage three: blocks into commits. The first commit also takes back what is stored above the last
 * shared block. Closed without {@link #commit}, it forgets what was not committed.
 */
final class Store implements AutoCloseable {

  /** A commit is made after so many transactions, blocks, or seconds, whichever comes first. */
  private static final long DUE_TRANSACTIONS = 200_000;

  private static final long DUE_BLOCKS = 20_000;
  private static final long DUE_NANOS = 20_000_000_000L;

  private final Writer writer;
  private final Clock clock;
  private final Tally tally;
  private final OutputIds ids;
  private final Numbering numbering;
  private long takenBack;
  private long takeBackAbove;

  private @Nullable Commit commit;
  private @Nullable BlockRows rows;
  private @Nullable CheckedBlock last;
  private long blocks;
  private long transactions;
  private long begun = System.nanoTime();

  Store(Writer writer, StoredChain stored, long shared, Path data, Clock clock, Tally tally) {
    this.writer = writer;
    this.clock = clock;
    this.tally = tally;
    this.takeBackAbove = shared;
    this.takenBack = stored.tipHeight() - shared;
    StoredChain.Counts counts = stored.countsUpTo(shared);
    this.ids = stored.outputIds(data.resolve("ids"), shared, counts.outputs());
    this.numbering = new Numbering(ids, counts, stored.hasQuarantine());
  }

  void append(CheckedBlock block) {
    BlockRows into = rows;
    if (into == null) {
      into = begin();
    }
    into.append(block);
    last = block;
    blocks++;
    transactions += 1 + block.transactions().size();
  }

  private BlockRows begin() {
    Commit fresh = writer.begin();
    if (takenBack > 0) {
      fresh.deleteAbove(takeBackAbove);
    }
    commit = fresh;
    BlockRows into = new BlockRows(fresh, numbering, clock);
    rows = into;
    begun = System.nanoTime();
    return into;
  }

  /** Commits where enough has come together. */
  void commitIfDue() {
    if (blocks >= DUE_BLOCKS
        || transactions >= DUE_TRANSACTIONS
        || System.nanoTime() - begun >= DUE_NANOS) {
      commit();
    }
  }

  /** Commits what was appended; nothing where nothing was. */
  void commit() {
    if (commit == null || rows == null || last == null) {
      return;
    }
    commit.commit(last.height(), last.id());
    ids.mark(last.height(), last.id().toString(), numbering.outputs());
    tally.committed(blocks, transactions, rows.quarantined(), takenBack);
    commit = null;
    rows = null;
    last = null;
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
