package org.ringlight.truth.evaluate;

import java.util.List;

/**
 * All scores of an evaluation.
 *
 * @param rings how many rings were judged: their truth is known, and they are in the tables
 * @param truthNotInTables lines of the truth whose ring is not in the tables
 * @param ringsWithoutTruth rings of the tables that the truth says nothing of
 * @param unjudged claims about rings without truth, and, where there are such rings, claims that an
 *     output is spent which none of the others spends
 */
public record Evaluated(
    long rings,
    long truthNotInTables,
    long ringsWithoutTruth,
    long unjudged,
    Breakdown by,
    List<ClaimScore> claims,
    List<PosteriorScore> posteriors,
    List<Calibration> calibrations,
    List<Collision> collisions) {

  public Evaluated {
    claims = List.copyOf(claims);
    posteriors = List.copyOf(posteriors);
    calibrations = List.copyOf(calibrations);
    collisions = List.copyOf(collisions);
  }
}
