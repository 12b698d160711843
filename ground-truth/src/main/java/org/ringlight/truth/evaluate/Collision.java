package org.ringlight.truth.evaluate;

/**
 * What two claimants say of the same rings. Of one and the same claimant, {@code differ} counts the
 * rings it resolves in two ways.
 *
 * @param both rings that both resolve
 * @param agree to the same output
 * @param differ to different ones, so that at least one of them is wrong
 * @param onlyFirst rings that only the first resolves
 * @param onlySecond rings that only the second does
 */
public record Collision(
    Claimant first,
    Claimant second,
    long both,
    long agree,
    long differ,
    long onlyFirst,
    long onlySecond) {

  /** Whether both make claims, but never of one ring. */
  public boolean disjoint() {
    return both == 0 && onlyFirst > 0 && onlySecond > 0;
  }
}
