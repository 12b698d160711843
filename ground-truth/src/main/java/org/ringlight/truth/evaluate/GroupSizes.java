package org.ringlight.truth.evaluate;

import org.ringlight.analytics.finding.Claim;

/** How much there is to be claimed in each group. */
final class GroupSizes {

  private final long[] rings;
  private final long[] decoys;

  GroupSizes(RingColumns columns, Grouping groups) {
    this.rings = new long[groups.count()];
    this.decoys = new long[groups.count()];
    for (int ring = 0; ring < columns.count(); ring++) {
      int group = groups.of(ring);
      int others = columns.distinct(ring) - 1;
      rings[group]++;
      rings[Grouping.ALL]++;
      decoys[group] += others;
      decoys[Grouping.ALL] += others;
    }
  }

  long rings(int group) {
    return rings[group];
  }

  /** How many different claims of a kind are true. */
  long claimable(Claim.Kind kind, int group) {
    return switch (kind) {
      case RING_RESOLVED, OUTPUT_SPENT, RING_NARROWED, CLOSED_SET, WEIGHTS -> rings[group];
      case MEMBER_ELIMINATED -> decoys[group];
    };
  }
}
