package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.Rings;

/**
 * Definition: a ring spends the member with the largest index, the one that was made last.
 *
 * <p>Citation: Möser et al., "An Empirical Analysis of Traceability in the Monero Blockchain", PETS
 * 2018(3), section 4; Kumar et al., "A Traceability Analysis of Monero's Blockchain", ESORICS 2017,
 * heuristic III.
 *
 * <p>Inputs: the ring's members. Output: every ring resolved. Guarantee: statistical.
 *
 * <p>Where it applies: decoys drawn from the whole past, before the recent zone was widened and the
 * log-gamma picker came (to about height 1,288,774, early 2017); the paper has it right in 92.3 %
 * of the rings that could be deduced, and estimates 80 % of all. Known failures: later rings, where
 * it should be no better than any guess; spends of old outputs in any era. Cost: one pass,
 * O(members), no memory.
 */
public final class GuessNewest implements Heuristic {

  private static final Card CARD =
      Card.of("guess-newest", "1", Guarantee.STATISTICAL)
          .definition("A ring spends the member with the largest index: the one made last.")
          .citation("Möser et al., PETS 2018(3), section 4; Kumar et al., ESORICS 2017.")
          .applies("Decoys drawn from the whole past: to about height 1,288,774.")
          .knownFailures("Later rings, and spends of old outputs in any era.")
          .cost("One pass over the members, no memory.");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void run(Rings rings, FindingSink findings) {
    rings.forEach(
        ring -> {
          if (ring.size() > 0) {
            findings.accept(CARD.finding(ring.resolvedTo(newest(ring))));
          }
        });
  }

  private static int newest(Ring ring) {
    int newest = 0;
    for (int position = 1; position < ring.size(); position++) {
      if (ring.amountIndex(position) > ring.amountIndex(newest)) {
        newest = position;
      }
    }
    return newest;
  }
}
