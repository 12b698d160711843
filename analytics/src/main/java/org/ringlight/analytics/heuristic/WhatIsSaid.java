package org.ringlight.analytics.heuristic;

import java.util.List;
import org.ringlight.analytics.deduce.AssertedSpend;
import org.ringlight.analytics.deduce.Deductions;

/** A deduction that takes somebody's word: what all of that kind share. */
abstract class WhatIsSaid implements Deduction {

  private final Card card;
  private final AssertedSpend.Kind kind;
  private final List<AssertedSpend> said;

  WhatIsSaid(Card card, AssertedSpend.Kind kind, List<AssertedSpend> said) {
    this.card = card;
    this.kind = kind;
    this.said = List.copyOf(said);
  }

  /** Takes one word, whose fact has this number. */
  abstract void take(Deductions known, AssertedSpend one, int fact);

  @Override
  public final Card card() {
    return card;
  }

  @Override
  public final void deduce(Deductions known) {
    for (AssertedSpend one : said) {
      if (one.kind() == kind) {
        take(known, one, known.learn(one.fact()));
      }
    }
  }
}
