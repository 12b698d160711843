package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;

/**
 * Definition: rings that have as many keys among them as they are spend these keys among
 * themselves; a key of theirs is a decoy in every other ring. All such sets are found, each in its
 * finest parts.
 *
 * <p>Citation: Yu et al., "New Empirical Traceability Analysis of CryptoNote-Style Blockchains", FC
 * 2019; Vijayakumaran, "Analysis of CryptoNote Transaction Graphs using the Dulmage-Mendelsohn
 * Decomposition", AFT 2023, section 4.
 *
 * <p>Inputs: the whole ring graph. Output: closed sets: rings resolved or narrowed, outputs spent,
 * decoys elsewhere. Guarantee: proven, and complete: nothing more follows from the rings. Where it
 * applies: everywhere. Known failures: none. Cost: a maximum matching, which takes most of it, and
 * O(members) after it; 4 bytes a member and about 40 a ring.
 */
public final class ClosedSets implements Deduction {

  static final Card CARD =
      Card.of(Rule.CLOSED_SETS, Guarantee.PROVEN)
          .definition("Rings with as many keys among them as they are spend these keys.")
          .citation("Yu et al., FC 2019; Vijayakumaran, AFT 2023, section 4.")
          .applies("Everywhere.")
          .knownFailures("None; complete: nothing more follows from the rings.")
          .cost("A maximum matching, then O(members).");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public boolean isWorthRepeating() {
    return false; // one search finds all
  }

  @Override
  public void deduce(Deductions known) {
    int[] open = known.open();
    if (open.length > 0) {
      known.decompose(open, Rule.CLOSED_SETS, 0);
    }
  }
}
