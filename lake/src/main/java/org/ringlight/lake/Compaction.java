package org.ringlight.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import org.ringlight.lake.table.Cut;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.Table;

/**
 * Merges neighbouring runs of files, so that their number grows with the logarithm of the chain:
 * {@link #FAN_IN} or more runs of about one size become one, and a row is rewritten only when it
 * gets into a run several times as large as the one it leaves. Memory is a row group for each run
 * being merged, whatever their size.
 */
final class Compaction {

  /** Runs that become one. */
  static final int FAN_IN = 8;

  /** The largest of several runs is merged with the others when they hold this part of its rows. */
  private static final int WORTHWHILE_PART = 16;

  /** Runs merged at once at most: each has a row group in memory. */
  private static final int WIDEST = 32;

  /** Rows between two looks at how large a file has become, and two words of progress. */
  private static final long ROWS_BETWEEN_LOOKS = 1 << 16;

  /** Blocks below the tip that a reorganisation is likely to take back. */
  private static final long UNSETTLED_BLOCKS = 20;

  private final Writer writer;
  private final Tip tip;
  private final Snapshot snapshot;
  private final LongConsumer merged;
  private long rows;

  Compaction(Writer writer, Tip tip, LongConsumer merged) {
    this.writer = writer;
    this.tip = tip;
    this.snapshot = new Snapshot(writer.warehouse(), writer.namespace(), tip);
    this.merged = merged;
  }

  /**
   * Merges at most one group of runs in each table.
   *
   * @return whether there was one
   */
  boolean run() {
    boolean any = false;
    try (Commit commit = writer.begin()) {
      for (Table<?> table : writer.namespace().tables()) {
        any |= merge(commit, table);
      }
      if (any) {
        commit.commit(tip.height(), tip.hash());
      }
    }
    return any;
  }

  /**
   * Merges all runs of memberships into one, unless one of them is nearly everything: a look-up
   * then visits one run and the newest blocks.
   *
   * @return whether there were several
   */
  boolean runIntoOne() {
    if (!writer.namespace().tables().contains(MembershipRow.TABLE)) {
      return false;
    }
    List<FileRun> runs = settled(MembershipRow.TABLE);
    long rows = runs.stream().mapToLong(FileRun::rows).sum();
    long largest = runs.stream().mapToLong(FileRun::rows).max().orElse(0);
    if (runs.size() < 2 || (rows - largest) * WORTHWHILE_PART < largest) {
      return false;
    }
    try (Commit commit = writer.begin()) {
      merge(commit, MembershipRow.TABLE, runs);
      commit.commit(tip.height(), tip.hash());
    }
    return true;
  }

  private <R> boolean merge(Commit commit, Table<R> table) {
    List<FileRun> group = due(settled(table));
    if (group.isEmpty()) {
      return false;
    }
    merge(commit, table, group);
    return true;
  }

  private <R> void merge(Commit commit, Table<R> table, List<FileRun> group) {
    TableChange<R> change = commit.change(table);
    group.forEach(run -> run.files().forEach(change::drop));
    merge(table, group, change);
    writer.steps().reached("merged " + table);
  }

  /** Runs that may be merged, in chain order. */
  private List<FileRun> settled(Table<?> table) {
    long last =
        table.cut() == Cut.NEVER
            ? Long.MAX_VALUE
            : snapshot.lastCut(table, tip.height() - UNSETTLED_BLOCKS);
    return FileRun.of(table, snapshot.live(table)).stream()
        .filter(run -> run.lastCut() <= last)
        .toList();
  }

  /**
   * The neighbours to merge: of those in reach of a size, the smallest size first, enough to be
   * worth it.
   */
  static List<FileRun> due(List<FileRun> runs) {
    for (long size = FAN_IN; ; size *= FAN_IN) {
      boolean larger = false;
      List<FileRun> group = new ArrayList<>();
      for (FileRun run : runs) {
        boolean fits = run.rows() < size && !run.full();
        larger |= run.rows() >= size && !run.full();
        if (fits) {
          group.add(run);
        }
        if (!fits || group.size() == WIDEST) {
          if (isWorthIt(group)) {
            return group;
          }
          group.clear();
        }
      }
      if (isWorthIt(group)) {
        return group;
      }
      if (!larger) {
        return List.of();
      }
    }
  }

  private static boolean isWorthIt(List<FileRun> group) {
    long all = group.stream().mapToLong(FileRun::rows).sum();
    long largest = group.stream().mapToLong(FileRun::rows).max().orElse(0);
    return group.size() >= FAN_IN && all >= largest * (FAN_IN / 2);
  }

  private <R> void merge(Table<R> table, List<FileRun> group, TableChange<R> change) {
    ToLongFunction<R> key = table.sortKey();
    PriorityQueue<Head<R>> heads =
        new PriorityQueue<>(
            Comparator.<Head<R>>comparingLong(head -> head.key).thenComparingInt(head -> head.run));
    List<Rows<R>> open = new ArrayList<>();
    try {
      for (FileRun run : group) {
        Rows<R> source = new Rows<>(table, run.files(), writer.warehouse().files(), List.of());
        open.add(source);
        if (source.hasNext()) {
          heads.add(new Head<>(open.size(), source, key));
        }
      }
      while (!heads.isEmpty()) {
        Head<R> first = heads.poll();
        change.append(first.row);
        if (first.advance(key)) {
          heads.add(first);
        }
        if (++rows % ROWS_BETWEEN_LOOKS == 0) {
          change.endFileAt(FileRun.FILE_BYTES);
          merged.accept(rows);
        }
      }
      change.endFile();
      merged.accept(rows);
    } finally {
      open.forEach(Rows::close);
    }
  }

  /** The next row of a run. */
  private static final class Head<R> {
    private final int run;
    private final Rows<R> source;
    private R row;
    private long key;

    Head(int run, Rows<R> source, ToLongFunction<R> sortKey) {
      this.run = run;
      this.source = source;
      this.row = source.next();
      this.key = sortKey.applyAsLong(row);
    }

    boolean advance(ToLongFunction<R> sortKey) {
      if (!source.hasNext()) {
        return false;
      }
      row = source.next();
      key = sortKey.applyAsLong(row);
      return true;
    }
  }
}
