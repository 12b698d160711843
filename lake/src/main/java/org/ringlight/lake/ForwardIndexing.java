package org.ringlight.lake;

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

  private boolean commitSome(Tip tip, LongConsumer indexed) {
    Snapshot tables = new Snapshot(writer.warehouse(), writer.namespace(), tip);
    List<LiveFile> runs = tables.live(MembershipRow.TABLE);
    long first = 1 + runs.stream().mapToLong(LiveFile::lastCut).max().orElse(-1);
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
