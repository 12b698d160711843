package org.ringlight.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ringlight.lake.iceberg.LiveFile;
import org.ringlight.lake.table.Cut;
import org.ringlight.lake.table.Table;

/**
 * Files that hold a stretch of the chain in the order of their table, one after the other: a single
 * file of most tables; of memberships, all that hold members of the same rings.
 *
 * @param full whether it has grown enough; runs of memberships, each of which a look-up visits, are
 *     never full
 */
record FileRun(List<LiveFile> files, boolean full) {

  /** Where a file is ended. */
  static final long FILE_BYTES = 128L << 20;

  /** The runs of a table, in chain order. */
  static List<FileRun> of(Table<?> table, List<LiveFile> live) {
    List<LiveFile> files = new ArrayList<>(live);
    files.sort(order(table));
    List<FileRun> runs = new ArrayList<>();
    List<LiveFile> run = new ArrayList<>();
    long lastCut = Long.MIN_VALUE;
    for (LiveFile file : files) {
      boolean overlaps = table.cut() == Cut.RING && file.firstCut() <= lastCut;
      if (!run.isEmpty() && !overlaps) {
        runs.add(of(run, table.cut()));
        run.clear();
      }
      run.add(file);
      lastCut = Math.max(lastCut, file.lastCut());
    }
    if (!run.isEmpty()) {
      runs.add(of(run, table.cut()));
    }
    return runs;
  }

  /**
   * Runs of memberships overlap in their order and follow one another in their rings. Elsewhere the
   * order of rows is that of the chain, though heights need not be: findings come ring by ring.
   */
  private static Comparator<LiveFile> order(Table<?> table) {
    Comparator<LiveFile> order =
        table.cut() == Cut.RING
            ? Comparator.comparingLong(LiveFile::firstCut)
            : Comparator.comparingLong(LiveFile::firstKey).thenComparingLong(LiveFile::firstCut);
    return order.thenComparing(LiveFile::location);
  }

  private static FileRun of(List<LiveFile> run, Cut cut) {
    List<LiveFile> files =
        run.stream().sorted(Comparator.comparingLong(LiveFile::firstKey)).toList();
    long bytes = files.stream().mapToLong(file -> file.file().fileSizeInBytes()).sum();
    return new FileRun(files, cut != Cut.RING && bytes >= FILE_BYTES);
  }

  long rows() {
    return files.stream().mapToLong(file -> file.file().recordCount()).sum();
  }

  long lastCut() {
    return files.stream().mapToLong(LiveFile::lastCut).max().orElseThrow();
  }
}
