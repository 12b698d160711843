package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;

/**
 * Definition: a ring of one key spends it. A ring that names one output several times, or outputs
 * with one key, is such a ring.
 *
 * <p>Citation: Möser et al., "An Empirical Analysis of Traceability in the Monero Blockchain", PETS
 * 2018(3), section 3; monero's blockchain_blackball.cpp at v0.18.0.0, rule ring-size-1.
 *
 * <p>Inputs: the ring's keys. Output: the ring resolved. Guarantee: proven. Where it applies:
 * before hard fork 2 made mixins mandatory (2016), and for unmixable amounts until hard fork 6's
 * rules for duplicates. Known failures: none. Cost: O(rings).
 */
public final class ZeroMixin implements Deduction {

  /** How many rings are resolved in one go. */
  static final int WAVE = 1 << 10;

  static final Card CARD =
      Card.of(Rule.ZERO_MIXIN, Guarantee.PROVEN)
          .definition("A ring that names one key spends it.")
          .citation("Möser et al., PETS 2018(3), section 3; monero v0.18 ring-size-1.")
          .applies("Rings of before mandatory mixins (2016), and unmixable amounts after.")
          .knownFailures("None: it follows from consensus rules.")
          .cost("O(rings).");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void deduce(Deductions known) {
    int rings = known.graph().rings();
    int[] wave = new int[WAVE];
    int count = 0;
    for (int ring = 0; ring < rings; ring++) {
      if (known.graph().byRing().degree(ring) == 1 && known.setOfRing(ring) == Deductions.FREE) {
        wave[count++] = ring;
        if (count == WAVE) {
          known.resolve(wave, count);
          count = 0;
        }
      }
    }
    known.resolve(wave, count);
  }
}
