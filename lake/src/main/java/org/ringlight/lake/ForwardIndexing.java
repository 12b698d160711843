package org.ringlight.lake;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.ringlight.lake.iceberg.LiveFile;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.RingRow;

/**
 * Makes the forward index of rings that were written before there was one, in commits that change
 * nothing else. Interrupted, it goes on after the last of them.
 */
final class ForwardIndexing {

  private static final long RINGS_AT_ONCE = 1_000_000;

  private final Writer writer;

  ForwardIndexing(Writer writer) {
    this.writer = writer;
  }

  /**
   * @param indexed hears how many rings are done, after each commit
   */
  void run(LongConsumer indexed) {
    boolean more = writer.tip().isPresent();
    while (more) {
      more = commitSome(writer.tip().orElseThrow(), indexed);
    }
  }

  /** Whether every ring that names outputs is in the forward index. */
  static boolean isComplete(Snapshot tables) {
    var rest = RingRow.TABLE.keyBetween(firstMissing(tables), Long.MAX_VALUE);
    try (Rows<RingRow> rings = tables.find(RingRow.TABLE, rest)) {
      return rings.stream().noneMatch(ForwardIndexing::namesOutputs);
    }
  }

  private static boolean namesOutputs(RingRow ring) {
    long[] ids = ring.memberIds();
    return ids != null && Arrays.stream(ids).anyMatch(id -> id != RingRow.NO_ID);
  }

  private static long firstMissing(Snapshot tables) {
    List<LiveFile> runs = tables.live(MembershipRow.TABLE);
    return 1 + runs.stream().mapToLong(LiveFile::lastCut).max().orElse(-1);
  }

  private boolean commitSome(Tip tip, LongConsumer indexed) {
    Snapshot tables = new Snapshot(writer.warehouse(), writer.namespace(), tip);
    long first = firstMissing(tables);
    long end = first + RINGS_AT_ONCE;
    long done = 0;
    try (Commit commit = writer.begin();
        Rows<RingRow> rings =
            tables.find(RingRow.TABLE, RingRow.TABLE.keyBetween(first, end - 1))) {
      MembershipRuns index = new MembershipRuns(commit.change(MembershipRow.TABLE));
      while (rings.hasNext()) {
        index.add(rings.next());
        done++;
      }
      if (done == 0) {
        return false;
      }
      index.endRun();
      commit.commit(tip.height(), tip.hash());
    }
    indexed.accept(first + done);
    return true;
  }
}
