package org.ringlight.analytics.proof;

import java.util.List;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.lake.table.FindingId;

/**
 * A step of a derivation: what rings spend, and why.
 *
 * @param number from 1; what it rests on has lower numbers
 * @param rings one, or those of a closed set in chain order
 * @param height the highest block it rests on
 */
public record Step(
    int number,
    FindingId finding,
    String heuristic,
    Claim.Kind kind,
    Guarantee guarantee,
    List<DerivedRing> rings,
    long height) {

  public Step {
    rings = List.copyOf(rings);
  }
}
