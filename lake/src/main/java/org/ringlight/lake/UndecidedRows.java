package org.ringlight.lake;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.table.Cut;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.BlockHash;

/**
 * The rows of one commit that no block has decided, and those of the commit before, which go. They
 * are held in memory until the commit's height is known, and written into files of their own.
 */
final class UndecidedRows {

  private final Commit commit;
  private final Writer writer;
  private final List<Undecided<?>> rows = new ArrayList<>();
  private boolean tookBack;

  private record Undecided<R>(Table<R> table, R row) {

    void requireHeight(long height) {
      long stated = table.cutKey().applyAsLong(row);
      if (stated != height) {
        throw new IllegalArgumentException(
            table + ": an undecided row of height " + stated + ", where " + height + " decides");
      }
    }
  }

  UndecidedRows(Commit commit, Writer writer) {
    this.commit = commit;
    this.writer = writer;
  }

  /** Whoever took back more than this took them back too. */
  void setTookBack() {
    tookBack = true;
  }

  /** Drops what {@code last} left undecided. */
  void takeBack(Tip last) {
    if (tookBack) {
      return;
    }
    tookBack = true;
    for (Table<?> table : tables(last)) {
      commit.change(table).deleteAbove(snapshot(last), last.height());
    }
  }

  /** Tables that have rows as of {@code tip}, and may have undecided ones. */
  private List<Table<?>> tables(Tip tip) {
    return writer.namespace().tables().stream()
        .filter(table -> table.cut() == Cut.UNDECIDED)
        .filter(table -> tip.snapshots().containsKey(table.name()))
        .toList();
  }

  private Snapshot snapshot(Tip tip) {
    return new Snapshot(writer.warehouse(), writer.namespace(), tip);
  }

  <R> void add(Table<R> table, R row) {
    if (table.cut() != Cut.UNDECIDED) {
      throw new IllegalArgumentException(table + " has no undecided rows");
    }
    rows.add(new Undecided<>(table, row));
  }

  /** Block {@code height} is the first that can decide them. */
  void requireHeight(long height) {
    rows.forEach(row -> row.requireHeight(height));
  }

  /**
   * A commit with another tip than {@code last} leaves nothing that {@code last} left undecided.
   */
  void requireTookBack(Tip last, long height, BlockHash hash) {
    if (tookBack || (height == last.height() && hash.equals(last.hash()))) {
      return;
    }
    for (Table<?> table : tables(last)) {
      if (snapshot(last).live(table).stream().anyMatch(file -> file.lastCut() > last.height())) {
        throw new IllegalStateException(
            table + ": the tip moves, but what was undecided is not taken back");
      }
    }
  }

  /** Writes them, into files that hold nothing else. */
  void write() {
    rows.stream().map(Undecided::table).distinct().forEach(table -> commit.change(table).endFile());
    rows.forEach(this::write);
  }

  private <R> void write(Undecided<R> row) {
    commit.change(row.table()).append(row.row());
  }
}
