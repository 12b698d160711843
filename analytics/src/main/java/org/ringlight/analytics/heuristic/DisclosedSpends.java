package org.ringlight.analytics.heuristic;

import java.util.List;
import org.ringlight.analytics.deduce.AssertedSpend;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;

/**
 * Definition: somebody who knows the keys says which output a ring spends, or which key image an
 * output has.
 *
 * <p>Citation: none needed; wallets export it (incoming_transfers with key images, v0.18.0.0).
 *
 * <p>Inputs: disclosures. Output: rings resolved, and what follows from them. Guarantee:
 * conditional on each disclosure that it rests on. Where it applies: everywhere. Known failures: as
 * true as what is disclosed; what contradicts the chain is refused. Cost: O(disclosures).
 */
public final class DisclosedSpends extends WhatIsSaid {

  static final Card CARD =
      Card.of(Rule.DISCLOSED, Guarantee.onlyIf("what is disclosed is true"))
          .definition("Somebody who knows the keys says which output a ring spends.")
          .citation("None needed; wallets export key images.")
          .applies("Everywhere.")
          .knownFailures("As true as the disclosure; what contradicts the chain is refused.")
          .cost("O(disclosures).");

  /** Nothing is said. */
  public DisclosedSpends() {
    this(List.of());
  }

  public DisclosedSpends(List<AssertedSpend> said) {
    super(CARD, AssertedSpend.Kind.SPENDS, said);
  }

  @Override
  void take(Deductions known, AssertedSpend one, int fact) {
    known.disclose(one.ring(), one.key(), fact);
  }
}
