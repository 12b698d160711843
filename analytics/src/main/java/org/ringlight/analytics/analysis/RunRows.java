package org.ringlight.analytics.analysis;

import java.util.List;
import java.util.Optional;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.RunRow;

/**
 * Numbers what a run adds to the findings that are there.
 *
 * @param before the findings before it
 * @param runId its name
 * @param startedAt seconds since 1970
 */
record RunRows(Optional<Snapshot> before, String runId, long startedAt) {

  /** The number of the run's first claim. */
  long firstClaim() {
    return before.map(tables -> tables.lastKey(ClaimRow.TABLE).orElse(-1) + 1).orElse(0L);
  }

  /**
   * The row of the run itself.
   *
   * @param claims how many it wrote
   * @param kept up to which height earlier ones stay; -1 where none do
   */
  RunRow row(List<String> heuristics, String inputs, long claims, long kept, Tip tip) {
    return new RunRow(
        before.map(tables -> tables.count(RunRow.TABLE)).orElse(0L),
        runId,
        startedAt,
        String.join("; ", heuristics),
        inputs,
        claims,
        kept,
        tip.height(),
        tip.hash());
  }
}
