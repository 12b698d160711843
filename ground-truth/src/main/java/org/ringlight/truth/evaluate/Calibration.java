package org.ringlight.truth.evaluate;

import java.util.List;

/**
 * The points of a reliability diagram: how often the most probable member is the true one, by how
 * probable it was said to be.
 */
public record Calibration(Claimant claimant, String group, List<Bin> bins) {

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Rings of like confidence.
   *
   * @param rings how many
   * @param confidence mean probability of the top member
   * @param right share of them whose top member is the true one, with its interval
   */
  public record Bin(long rings, double confidence, Estimate right) {}
}
