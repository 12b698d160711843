package org.ringlight.analytics.heuristic;

import java.util.List;
import org.ringlight.analytics.deduce.AssertedSpend;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;

/**
 * Definition: an output that its owner says he has not spent is a decoy in every ring.
 *
 * <p>Citation: black marbles: Noether, Noether, Mackenzie, "A Note on Chain Reactions in
 * Traceability in CryptoNote 2.0", MRL-0001, 2014.
 *
 * <p>Inputs: outputs that their owner says are unspent. Output: decoys, and what follows.
 * Guarantee: conditional on each such word that it rests on. Where it applies: everywhere. Known
 * failures: as true as the owner's word; one that leaves a ring nothing to spend is refused. Cost:
 * O(rings that hold the outputs).
 */
public final class OwnedOutputs extends WhatIsSaid {

  static final Card CARD =
      Card.of(Rule.OWNED, Guarantee.onlyIf("the owner's word is true"))
          .definition("An output that its owner says he has not spent is a decoy everywhere.")
          .citation("Noether, Noether, Mackenzie, MRL-0001, 2014.")
          .applies("Everywhere.")
          .knownFailures("As true as the word; one that leaves a ring nothing is refused.")
          .cost("O(rings that hold these outputs).");

  /** Nothing is said. */
  public OwnedOutputs() {
    this(List.of());
  }

  public OwnedOutputs(List<AssertedSpend> said) {
    super(CARD, AssertedSpend.Kind.UNSPENT, said);
  }

  @Override
  void take(Deductions known, AssertedSpend one, int fact) {
    known.reserve(one.key(), fact);
  }
}
