package org.ringlight.analytics.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.deduce.Conclusion;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/** Makes rows of conclusions, numbered one after the other. */
final class ClaimRows {

  private static final long[] NO_OUTPUTS = {};
  private static final double[] NO_PROBABILITIES = {};

  private final FindingIds ids = new FindingIds();
  private final String runId;
  private final Tip tip;
  private long next;

  /**
   * @param tip of the chain that was looked at
   * @param first number of the first row
   */
  ClaimRows(String runId, Tip tip, long first) {
    this.runId = runId;
    this.tip = tip;
    this.next = first;
  }

  /**
   * A row.
   *
   * @param publicKeys of the outputs that the claim names, in their order
   */
  ClaimRow of(Conclusion conclusion, List<PublicKey> publicKeys) {
    Finding finding = conclusion.finding();
    Claim claim = finding.claim();
    return new ClaimRow(
        next++,
        ids.of(finding),
        runId,
        finding.heuristic().name(),
        finding.heuristic().version(),
        finding.heuristic().parameters(),
        claim.kind().word(),
        images(claim),
        space(claim),
        outputs(claim),
        publicKeys,
        claim instanceof Claim.Weights weights ? weights.probabilities() : NO_PROBABILITIES,
        finding.guarantee().level().word(),
        finding.guarantee().assumption(),
        conclusion.restsOn(),
        conclusion.evidence(),
        conclusion.depth(),
        conclusion.height(),
        tip.height(),
        tip.hash());
  }

  private static List<KeyImage> images(Claim claim) {
    if (claim instanceof Claim.ClosedSet set) {
      return set.keyImages();
    }
    return claim instanceof Claim.OfRing ring ? List.of(ring.keyImage()) : List.of();
  }

  private static @Nullable Long space(Claim claim) {
    if (claim instanceof Claim.OfRing ring) {
      return ring.indexSpace();
    }
    return claim instanceof Claim.OutputSpent spent ? spent.output().indexSpace() : null;
  }

  static long[] outputs(Claim claim) {
    if (claim instanceof Claim.OfRing ring) {
      return ring.amountIndexes();
    }
    return claim instanceof Claim.OutputSpent spent
        ? new long[] {spent.output().amountIndex()}
        : NO_OUTPUTS;
  }

  /** The number of the row after the last. */
  long next() {
    return next;
  }
}
