package org.ringlight.cli.graph;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.graph.finding.GraphClaim;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** A finding as the relationships it makes. */
final class FindingEdges {

  private FindingEdges() {}

  static void each(Finding finding, Consumer<GraphClaim> edges) {
    Claim claim = finding.claim();
    if (claim instanceof Claim.OutputSpent spent) {
      edges.accept(edge(finding, GraphClaim.Type.SPENT, null, spent.output(), null));
    } else if (claim instanceof Claim.OfRing ring) {
      long[] indexes = ring.amountIndexes();
      for (int i = 0; i < indexes.length; i++) {
        Double probability =
            claim instanceof Claim.Weights weights ? weights.probabilities()[i] : null;
        OutputName output = new OutputName(ring.indexSpace(), indexes[i]);
        edges.accept(edge(finding, type(claim.kind()), ring.keyImage(), output, probability));
      }
    }
  }

  private static GraphClaim.Type type(Claim.Kind kind) {
    return switch (kind) {
      case RING_RESOLVED -> GraphClaim.Type.SPENDS;
      case OUTPUT_SPENT -> GraphClaim.Type.SPENT;
      case CLOSED_SET -> throw new IllegalArgumentException("of no single ring");
      case MEMBER_ELIMINATED -> GraphClaim.Type.ELIMINATES;
      case RING_NARROWED -> GraphClaim.Type.NARROWED_TO;
      case WEIGHTS -> GraphClaim.Type.WEIGHS;
    };
  }

  private static GraphClaim edge(
      Finding finding,
      GraphClaim.Type type,
      @Nullable KeyImage ring,
      OutputName output,
      @Nullable Double probability) {
    return new GraphClaim(
        type,
        ring,
        output,
        probability,
        finding.heuristic().name(),
        finding.heuristic().version(),
        finding.guarantee().level().word(),
        finding.guarantee().assumption());
  }
}
