package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;

/**
 * Definition: a key that one ring is known to spend is a decoy in all others; a ring with one key
 * left spends it, and so on until nothing changes (chain reaction).
 *
 * <p>Citation: Möser et al., PETS 2018(3), section 3 and MixinSudoku of their plug-in; Kumar et
 * al., ESORICS 2017, heuristic I; monero's blockchain_blackball.cpp at v0.18.0.0, rule
 * chain-reaction, which propagates bare "spent" marks instead of assignments.
 *
 * <p>Inputs: rings, and what is known of others. Output: rings resolved, each with the number of
 * steps. Guarantee: proven. Where it applies: before RingCT; after it, beside disclosures and
 * forks. Known failures: none; not complete (see closed-sets). Cost: O(members), a worklist.
 */
public final class Cascade implements Deduction {

  static final Card CARD =
      Card.of(Rule.CASCADE, Guarantee.PROVEN)
          .definition(
              "A key that one ring spends is a decoy in all others; a ring with one key left spends"
                  + " it.")
          .citation("Möser et al., PETS 2018(3), section 3; Kumar et al., ESORICS 2017, I.")
          .applies("Before RingCT (2017); later beside disclosures and forks.")
          .knownFailures("None; not complete: closed-sets finds more.")
          .cost("O(members), a worklist in primitive arrays.");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void deduce(Deductions known) {
    new ZeroMixin().deduce(known);
    drain(known);
  }

  /** Resolves rings until none has one key left. */
  static void drain(Deductions known) {
    int[] wave = new int[ZeroMixin.WAVE];
    for (int count = known.nextAlone(wave); count > 0; count = known.nextAlone(wave)) {
      known.resolve(wave, count);
    }
  }
}
