package org.ringlight.analytics.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ringlight.analytics.deduce.Conclusion;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.FindingText;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/** Makes rows of conclusions, numbered one after the other. */
final class ClaimRows {

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
        FindingText.images(claim),
        FindingText.space(claim),
        FindingText.outputs(claim),
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

  /** The finding of a row. */
  static Finding finding(ClaimRow row) {
    Guarantee.Level level = Guarantee.Level.valueOf(row.guarantee().toUpperCase(Locale.ROOT));
    return new Finding(
        new HeuristicId(row.heuristic(), row.version(), row.parameters()),
        new Guarantee(level, row.assumption()),
        claim(row));
  }

  private static Claim claim(ClaimRow row) {
    Claim.Kind kind = Claim.Kind.valueOf(row.claim().toUpperCase(Locale.ROOT));
    if (kind == Claim.Kind.CLOSED_SET) {
      return new Claim.ClosedSet(row.keyImages());
    }
    long space = Objects.requireNonNull(row.indexSpace(), "an index space");
    long[] indexes = row.amountIndexes();
    return switch (kind) {
      case RING_RESOLVED -> new Claim.RingResolved(ring(row), new OutputName(space, indexes[0]));
      case OUTPUT_SPENT -> new Claim.OutputSpent(new OutputName(space, indexes[0]));
      case MEMBER_ELIMINATED ->
          new Claim.MemberEliminated(ring(row), new OutputName(space, indexes[0]));
      case RING_NARROWED -> new Claim.RingNarrowed(ring(row), space, indexes);
      case WEIGHTS -> new Claim.Weights(ring(row), space, indexes, row.probabilities());
      case CLOSED_SET -> throw new IllegalArgumentException("names no outputs");
    };
  }

  private static KeyImage ring(ClaimRow row) {
    return row.keyImages().get(0);
  }

  /** The number of the row after the last. */
  long next() {
    return next;
  }
}
