package org.ringlight.lake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.Cut;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.BlockHash;

/**
 * Rows on their way into the tables of a namespace. Nobody sees any of them before {@link #commit}
 * returns; {@link #close} without it forgets them. Not thread-safe.
 */
public final class Commit implements AutoCloseable {

  private enum State {
    OPEN,
    COMMITTING,
    OVER
  }

  private final Writer writer;
  private final Optional<Tip> before;
  private final Map<Table<?>, TableChange<?>> changes = new LinkedHashMap<>();
  private final UndecidedRows undecided;
  private final Map<Table<?>, Long> bases = new HashMap<>();
  private long base;
  private @Nullable MembershipRuns memberships;
  private State state = State.OPEN;

  Commit(Writer writer) {
    this.writer = writer;
    this.before = writer.tip();
    this.base = before.map(Tip::height).orElse(-1L);
    this.undecided = new UndecidedRows(this, writer);
  }

  /**
   * Takes back everything above {@code height}, as part of this commit: files wholly above are
   * dropped, a file that straddles is written anew up to {@code height}. Earlier tips keep what
   * they name. Comes before any row.
   */
  public void deleteAbove(long height) {
    deleteAbove(height, Map.of());
  }

  /**
   * As {@link #deleteAbove(long)}, but that of some tables more goes: what is above a height of
   * their own, so that it can be said anew. For namespaces whose tables are not written together.
   *
   * @param lower by table, a height that is not above {@code height}
   */
  public void deleteAbove(long height, Map<Table<?>, Long> lower) {
    require(State.OPEN);
    if (!changes.isEmpty()) {
      throw new IllegalStateException("rows were appended already");
    }
    base = Math.min(base, height);
    lower.forEach((table, own) -> bases.put(table, Math.min(base, own)));
    before.ifPresent(
        tip -> {
          Snapshot snapshot = new Snapshot(writer.warehouse(), writer.namespace(), tip);
          for (Table<?> table : writer.namespace().tables()) {
            if (table.cut() != Cut.NEVER) {
              change(table).deleteAbove(snapshot, snapshot.lastCut(table, base(table)));
            }
          }
        });
    undecided.setTookBack();
  }

  /** The height up to which a table's rows are there already. */
  private long base(Table<?> table) {
    return bases.getOrDefault(table, base);
  }

  /**
   * Takes back what the last commit left undecided, in every table that is cut so; what still is
   * comes by {@link #appendUndecided}. Part of every commit whose tip is another than the last
   * one's; of others, where it changes. Comes before any row.
   */
  public void takeBackUndecided() {
    require(State.OPEN);
    before.ifPresent(undecided::takeBack);
  }

  /**
   * Appends a row. Rows of one table come in its order, above the last commit's height or that
   * given to {@link #deleteAbove}; what is decided late, at that height or above. Rows of {@code
   * memberships} follow from those of {@code rings}.
   */
  public <R> void append(Table<R> table, R row) {
    require(State.OPEN);
    if (table.cut() == Cut.RING) {
      throw new IllegalArgumentException(table + " is written with its rings");
    }
    long height = table.cutKey().applyAsLong(row);
    boolean there =
        switch (table.cut()) {
          case HEIGHT -> height <= base(table);
          case UNDECIDED -> height < base(table);
          case RING, NEVER -> false;
        };
    if (there) {
      throw new IllegalArgumentException(
          "%s: height %d is not above %d, which is there already"
              .formatted(table, height, base(table)));
    }
    change(table).append(row);
    if (row instanceof RingRow ring) {
      memberships().add(ring);
    }
  }

  /**
   * Appends a row that no block has decided yet: its height is the one after that of {@link
   * #commit}. Such rows go into files of their own, which the next commit drops as they are; they
   * are held in memory until then.
   */
  public <R> void appendUndecided(Table<R> table, R row) {
    require(State.OPEN);
    undecided.add(table, row);
  }

  private MembershipRuns memberships() {
    MembershipRuns runs = memberships;
    if (runs == null) {
      runs = new MembershipRuns(change(MembershipRow.TABLE));
      memberships = runs;
    }
    return runs;
  }

  /** A table's change; the map holds each under its own table. */
  @SuppressWarnings("unchecked")
  <R> TableChange<R> change(Table<R> table) {
    TableChange<?> change = changes.get(table);
    if (change == null) {
      if (table.namespace() != writer.namespace()) {
        throw new IllegalArgumentException(table + " is not in " + writer.namespace().sqlName());
      }
      change = new TableChange<>(table, writer.warehouse(), number(), writer.run());
      changes.put(table, change);
    }
    return (TableChange<R>) change;
  }

  private long number() {
    return before.map(Tip::number).orElse(0L) + 1;
  }

  /**
   * Makes everything visible at once: first the rows, then one append to the namespace's tips,
   * which is the commit point.
   *
   * @param height the height of the last block, not below any row's
   * @param hash its id
   * @return the tip that readers see from now on
   */
  public Tip commit(long height, BlockHash hash) {
    require(State.OPEN);
    if (height < base) {
      throw new IllegalArgumentException("height " + height + " is below " + base);
    }
    for (TableChange<?> change : changes.values()) {
      Cut cut = change.table().cut();
      if (cut == Cut.HEIGHT || cut == Cut.UNDECIDED) {
        change.requireNoneAbove(height);
      }
    }
    undecided.requireHeight(height + 1);
    before.ifPresent(tip -> undecided.requireTookBack(tip, height, hash));
    state = State.COMMITTING;
    try {
      undecided.write();
      if (memberships != null) {
        memberships.endRun();
      }
      for (TableChange<?> change : changes.values()) {
        change.endFile();
      }
      writer.steps().reached("files");
      Map<String, Long> snapshots = new HashMap<>(before.map(Tip::snapshots).orElse(Map.of()));
      for (TableChange<?> change : changes.values()) {
        change.commit().ifPresent(snapshot -> snapshots.put(change.table().name(), snapshot));
        writer.steps().reached("table " + change.table());
      }
      Tip tip =
          new Tip(
              number(),
              height,
              hash,
              snapshots,
              writer.run(),
              Instant.now().truncatedTo(ChronoUnit.MILLIS));
      writer.append(tip);
      state = State.OVER;
      writer.ended();
      return tip;
    } finally {
      if (state != State.OVER) {
        writer.endedHalfWay();
      }
    }
  }

  private void require(State wanted) {
    if (state != wanted) {
      throw new IllegalStateException("this commit is over");
    }
  }

  /** Forgets what was not committed and deletes its files. */
  @Override
  public void close() {
    if (state == State.OPEN) {
      state = State.OVER;
      writer.endedHalfWay();
      for (TableChange<?> change : changes.values()) {
        change.abandon();
      }
      writer.abandoned();
    }
  }
}
