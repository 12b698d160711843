package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;

/**
 * Definition: outputs with one key have one key image, so at most one of them is ever spent; where
 * one is, the others are decoys in every ring.
 *
 * <p>Citation: van Saberhagen, "CryptoNote v 2.0", 2013, section 4.4 (the key image is a function of
 * the one-time key); noted by Vijayakumaran, AFT 2023, for keys that come several times.
 *
 * <p>Inputs: the one-time keys of all outputs, across amounts. Output: decoys. Guarantee: proven.
 * Where it applies: careless senders of any era; the coinbase key of the first blocks. Known
 * failures: none. Cost: O(outputs log outputs), when the graph is loaded: outputs with one key are
 * one node of it, so that every other heuristic counts them once.
 */
public final class DuplicateKeys implements Deduction {

  static final Card CARD =
      Card.of(Rule.DUPLICATE_KEYS, Guarantee.PROVEN)
          .definition("Of outputs with one key at most one is ever spent; the others are decoys.")
          .citation("van Saberhagen, CryptoNote v 2.0, 2013, section 4.4.")
          .applies("Keys that several outputs have, in any era and amount.")
          .knownFailures("None.")
          .cost("O(outputs log outputs) when the graph is loaded.");

  @Override
  public Card card() {
    return CARD;
  }

  /** Nothing is left to do: the graph has one node for each key. */
  @Override
  public void deduce(Deductions known) {}
}
