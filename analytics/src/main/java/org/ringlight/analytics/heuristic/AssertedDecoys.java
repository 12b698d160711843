package org.ringlight.analytics.heuristic;

import java.util.List;
import org.ringlight.analytics.deduce.AssertedSpend;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;

/**
 * Definition: an analyst says that a member of one ring is a decoy.
 *
 * <p>Citation: none needed; examiner and other tools let an analyst strike members out by hand.
 *
 * <p>Inputs: what is asserted. Output: rings resolved or narrowed, and what follows. Guarantee:
 * conditional on each assertion that it rests on. Where it applies: everywhere. Known failures: as
 * true as what is asserted; what contradicts the chain is refused. Cost: O(assertions).
 */
public final class AssertedDecoys extends WhatIsSaid {

  static final Card CARD =
      Card.of(Rule.ASSERTED_DECOYS, Guarantee.onlyIf("the analyst is right"))
          .definition("An analyst says that a member of one ring is a decoy.")
          .citation("None needed.")
          .applies("Everywhere.")
          .knownFailures("As true as the assertion; what contradicts the chain is refused.")
          .cost("O(assertions).");

  /** Nothing is said. */
  public AssertedDecoys() {
    this(List.of());
  }

  public AssertedDecoys(List<AssertedSpend> said) {
    super(CARD, AssertedSpend.Kind.DECOY, said);
  }

  @Override
  void take(Deductions known, AssertedSpend one, int fact) {
    known.strike(one.ring(), one.key(), fact);
  }
}
