package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.ring.Ring;

/**
 * Definition: every distinct member of a ring is as probable as any other.
 *
 * <p>Citation: none needed; it is what the ring promises, and the baseline that a heuristic must
 * beat.
 *
 * <p>Inputs: the ring's members; one that stands in it twice is one member. Output: weights for
 * every ring. Guarantee: statistical.
 *
 * <p>Where it applies: everywhere. Known failures: wallets never chose like that, so it is not
 * calibrated against anything but rings of which nothing else is known. Cost: one pass, O(members),
 * no memory.
 */
public final class UniformGuess implements RingScorer {

  private static final Card CARD =
      Card.of("uniform-guess", "1", Guarantee.STATISTICAL)
          .definition("Every distinct member of a ring is as probable as any other.")
          .citation("None needed: the baseline.")
          .applies("Everywhere.")
          .knownFailures("Wallets never chose like that.")
          .cost("One pass over the members, no memory.");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public double score(Ring ring, int position) {
    long index = ring.amountIndex(position);
    for (int before = 0; before < position; before++) {
      if (ring.amountIndex(before) == index) {
        return 0; // it has its score where it stands first
      }
    }
    return 1;
  }
}
