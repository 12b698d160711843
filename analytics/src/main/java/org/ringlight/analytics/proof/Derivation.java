package org.ringlight.analytics.proof;

import java.util.List;
import org.ringlight.analytics.finding.Guarantee;

/**
 * What is known of one ring, down to its leaves.
 *
 * @param steps each after those it rests on; the last is the ring's own where it has one
 * @param ring what is known of its members in the end
 * @param state what that comes to
 * @param guarantee of what is said of the ring
 * @param checked how many findings were checked for it; all of them follow
 * @param rejections what does not follow, and therefore counts for nothing
 */
public record Derivation(
    List<Step> steps,
    DerivedRing ring,
    State state,
    Guarantee guarantee,
    long checked,
    List<Rejection> rejections) {

  /** What a derivation comes to. */
  public enum State {
    /** The ring spends one member. */
    RESOLVED,
    /** The ring spends one of some of its members. */
    NARROWED,
    /** No member is known not to be spent. */
    OPEN
  }

  public Derivation {
    steps = List.copyOf(steps);
    rejections = List.copyOf(rejections);
  }
}
