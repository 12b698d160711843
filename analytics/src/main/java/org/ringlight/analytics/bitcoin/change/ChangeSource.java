package org.ringlight.analytics.bitcoin.change;

/**
 * The heuristics by name, each with its confidence until it is measured on the chain at hand
 * ({@link RevealedChange}). The first three are GraphSense's (graphsense-lib 2.16.0); the others
 * are defaults of ours, since no published figure was found that could be checked: they rank below
 * those, but for the values of a peeling chain, where a small odd output looks like one-time
 * change.
 */
public enum ChangeSource {
  DIRECT_CHANGE("direct-change", 100, Sight.TRANSACTION_ITSELF),
  MULTI_INPUT_CHANGE("multi-input-change", 50, Sight.CO_SPENDING),
  ONE_TIME_CHANGE("one-time-change", 50, Sight.ELSEWHERE),
  OPTIMAL_CHANGE("optimal-change", 30, Sight.ELSEWHERE),
  OPTIMAL_CHANGE_AFTER_FEE("optimal-change-after-fee", 30, Sight.ELSEWHERE),
  ADDRESS_TYPE("address-type", 30, Sight.ELSEWHERE),
  POWER_OF_TEN("power-of-ten", 30, Sight.ELSEWHERE),
  FRESH_ADDRESS("fresh-address", 30, Sight.ELSEWHERE),
  SAME_LOCK_TIME("same-lock-time", 30, Sight.ELSEWHERE),
  SAME_VERSION("same-version", 30, Sight.ELSEWHERE),
  SAME_SEQUENCE("same-sequence", 30, Sight.ELSEWHERE),
  FIXED_FEE("fixed-fee", 30, Sight.ELSEWHERE),
  PEELING_CHAIN("peeling-chain", 40, Sight.CO_SPENDING),
  LARGER_IN_PEEL("larger-in-peel", 55, Sight.CO_SPENDING);

  /**
   * What a heuristic looks at, as far as it bears on change that co-spending reveals: measured on
   * that, a heuristic must not have looked at the revealing.
   */
  public enum Sight {
    /** Not at which outputs are spent together. */
    ELSEWHERE,
    /** At that, or at how many inputs the spender of an output has. */
    CO_SPENDING,
    /** At what reveals the change in the transaction itself. */
    TRANSACTION_ITSELF
  }

  private final String word;
  private final int confidence;
  private final Sight sight;

  ChangeSource(String word, int confidence, Sight sight) {
    this.word = word;
    this.confidence = confidence;
    this.sight = sight;
  }

  /** As tables and pages write it. */
  public String word() {
    return word;
  }

  /** In percent, until measured; a rank, not a probability. */
  public int confidence() {
    return confidence;
  }

  /** Whether revealed change measures it fairly. */
  public boolean isMeasurable() {
    return sight == Sight.ELSEWHERE;
  }
}
