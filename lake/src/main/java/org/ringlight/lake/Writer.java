package org.ringlight.lake;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.iceberg.Leftovers;
import org.ringlight.lake.iceberg.Recovery;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/** The one writer of a namespace: commits, and removes old ones. Not thread-safe. */
public final class Writer implements AutoCloseable {

  private final Warehouse warehouse;
  private final Namespace namespace;
  private final CommitSteps steps;
  private final WriterLock lock;
  private final String run;
  private final TipLog tips;
  private Optional<Tip> tip = Optional.empty();
  private Optional<ChainIdentity> claimed = Optional.empty();
  private @Nullable Commit open;
  private boolean failed;

  private Writer(
      Warehouse warehouse, Namespace namespace, CommitSteps steps, WriterLock lock, String run) {
    this.warehouse = warehouse;
    this.namespace = namespace;
    this.steps = steps;
    this.lock = lock;
    this.run = run;
    this.tips = new TipLog(warehouse, namespace);
  }

  static Writer open(Warehouse warehouse, Namespace namespace, CommitSteps steps) {
    String run = UUID.randomUUID().toString();
    WriterLock lock =
        StoreErrors.at(
            warehouse.folder(namespace),
            () -> WriterLock.acquire(warehouse.folder(namespace), run, warehouse.files()));
    Writer writer = new Writer(warehouse, namespace, steps, lock, run);
    writer.failed = true;
    try {
      writer.recover();
      writer.failed = false;
      return writer;
    } finally {
      if (writer.failed) {
        writer.close();
      }
    }
  }

  private void recover() {
    tip = tips.newest();
    Recovery recovery = new Recovery(warehouse, tip.map(Tip::number).orElse(0L));
    for (Table<?> table : namespace.tables()) {
      recovery.rollBack(table, tip.map(last -> last.snapshots().get(table.name())).orElse(null));
      steps.reached("roll back " + table);
    }
    recovery.deleteLaterFiles(tips.table());
    if (lock.afterCrash()) {
      for (Table<?> table : namespace.tables()) {
        new Leftovers(warehouse, table).deleteUnreachable();
        steps.reached("recover " + table);
      }
      new Leftovers(warehouse, tips.table()).deleteUnreachable();
    }
    tip.ifPresent(last -> new Snapshot(warehouse, namespace, last).requireFiles());
    tips.requireFiles();
  }

  /** The last commit, by this writer or one before. */
  public Optional<Tip> tip() {
    return tip;
  }

  /** The name under which this writer's commits are recorded. */
  public String run() {
    return run;
  }

  /**
   * Says which chain is being written. It is kept with the first commit.
   *
   * @throws ConfigurationInvalid when the tables hold another
   */
  public void claim(ChainIdentity identity) {
    Optional<ChainIdentity> stored =
        tip.flatMap(last -> ChainIdentity.of(warehouse.properties(namespace)));
    if (stored.isPresent() && !stored.get().equals(identity)) {
      throw new ConfigurationInvalid(
          "the tables hold "
              + stored.get().network()
              + " (genesis "
              + stored.get().genesis()
              + "), the node follows "
              + identity.network()
              + " (genesis "
              + identity.genesis()
              + ")",
          warehouse.folder(namespace).toString(),
          "use a node of the same network, or another data directory (--data)");
    }
    claimed = stored.isPresent() ? Optional.empty() : Optional.of(identity);
  }

  /** Starts a commit; one at a time. */
  public Commit begin() {
    requireIdle();
    Commit commit = new Commit(this);
    open = commit;
    return commit;
  }

  /**
   * Removes the tips that {@code policy} does not keep, as far as no reader holds them and nobody
   * pinned them, and then everything on disk that no kept tip needs. Waits up to two seconds for
   * readers that are just opening. What is interrupted, the next expiry finishes.
   */
  public Expiry expire(ExpiryPolicy policy) {
    requireIdle();
    failed = true;
    Expiry done = new Expiring(warehouse, namespace, steps).run(policy);
    failed = false;
    return done;
  }

  private void requireIdle() {
    if (failed) {
      throw new IllegalStateException("a commit or an expiry failed half-way: open a new writer");
    }
    if (open != null) {
      throw new IllegalStateException("a commit is open");
    }
  }

  /**
   * Merges small files of every table into larger ones, in a commit of its own that changes no row:
   * a bounded piece of what there is to do. Earlier tips keep what they name. The newest blocks are
   * left alone, because a reorganisation may take them back.
   *
   * @param merged hears how many rows were merged so far; what it throws ends this, and nothing has
   *     changed
   * @return whether there was anything to merge, and so may be more
   */
  public boolean compact(LongConsumer merged) {
    return tip.isPresent() && new Compaction(this, tip.get(), merged).run();
  }

  /**
   * Merges as {@link #compact} does until nothing is left to merge, and then the runs of
   * memberships into one, where that is worth rewriting them.
   *
   * @param merged hears how many rows were merged so far; what it throws ends this, and what was
   *     merged before is kept
   */
  public void compactAll(LongConsumer merged) {
    MergedRows rows = new MergedRows(merged);
    boolean more = true;
    while (more) {
      more = compact(rows.next());
    }
    tip.ifPresent(last -> new Compaction(this, last, rows.next()).runIntoOne());
  }

  /** Adds up what one merge after the other counts from zero. */
  private static final class MergedRows {
    private final LongConsumer sum;
    private long before;
    private long now;

    MergedRows(LongConsumer sum) {
      this.sum = sum;
    }

    LongConsumer next() {
      before += now;
      now = 0;
      return rows -> {
        now = rows;
        sum.accept(before + rows);
      };
    }
  }

  Warehouse warehouse() {
    return warehouse;
  }

  Namespace namespace() {
    return namespace;
  }

  CommitSteps steps() {
    return steps;
  }

  /** Makes {@code next} the last commit: the commit point. */
  void append(Tip next) {
    claimed.ifPresent(identity -> warehouse.setProperties(namespace, identity.properties()));
    tips.append(next, steps);
    claimed = Optional.empty();
    tip = Optional.of(next);
  }

  /** A commit is over, and nothing of it is left half-way. */
  void ended() {
    open = null;
  }

  /** A commit stopped half-way: what it left is taken back by the next writer. */
  void endedHalfWay() {
    open = null;
    failed = true;
  }

  /** A commit was abandoned and its files are gone. */
  void abandoned() {
    failed = false;
  }

  /** Abandons a commit that is open, and lets others write. */
  @Override
  public void close() {
    StoreErrors.run(
        warehouse.folder(namespace),
        () -> {
          try (lock) {
            if (open != null) {
              open.close();
            }
            if (!failed) {
              lock.endWell();
            }
          }
        });
  }
}
