package org.ringlight.truth.evaluate;

import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;

/**
 * Who makes claims, and how sure they are said to be: claims of one heuristic that are proven are
 * counted apart from those that are not.
 */
public record Claimant(HeuristicId heuristic, Guarantee.Level level) {

  @Override
  public String toString() {
    return heuristic.toString();
  }
}
