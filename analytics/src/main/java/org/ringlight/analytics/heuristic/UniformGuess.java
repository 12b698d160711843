package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.ring.Ring;

/**
 * Definition: every member of a ring is as probable as any other.
 *
 * <p>Citation: none needed; it is what the ring promises, and the baseline that a heuristic must
 * beat.
 *
 * <p>Inputs: the ring's members. Output: weights for every ring. Guarantee: statistical.
 *
 * <p>Where it applies: everywhere. Known failures: wallets never chose like that, so it is not
 * calibrated against anything but rings of which nothing else is known; a member that stands in the
 * ring twice counts twice. Cost: one pass, O(members), no memory.
 */
public final class UniformGuess implements RingScorer {

  private static final Card CARD =
      Card.of("uniform-guess", "1", Guarantee.STATISTICAL)
          .definition("Every member of a ring is as probable as any other.")
          .citation("None needed: the baseline.")
          .applies("Everywhere.")
          .knownFailures(
              "Wallets never chose like that. A member that stands in the ring twice counts twice.")
          .cost("One pass over the members, no memory.");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public double score(Ring ring, int position) {
    return 1;
  }
}
