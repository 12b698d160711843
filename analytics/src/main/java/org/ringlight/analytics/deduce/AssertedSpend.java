package org.ringlight.analytics.deduce;

/**
 * What somebody says of a ring and a key.
 *
 * @param kind what is said
 * @param ring by its number in the graph; {@link Deductions#FREE} where no ring has the key image, or
 *     none is named
 * @param key by its number in the graph
 * @param fact how it is cited, with its assumption
 */
public record AssertedSpend(Kind kind, int ring, int key, Fact fact) {

  /** What is said. */
  public enum Kind {
    /** The ring does not spend the key. */
    DECOY,
    /** The key is its speaker's and not spent. */
    UNSPENT,
    /** The ring spends the key. */
    SPENDS
  }
}
