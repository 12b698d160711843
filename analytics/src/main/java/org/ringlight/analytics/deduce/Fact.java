package org.ringlight.analytics.deduce;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not stand in the rings of the main chain: another ring of a key image, a
 * disclosure, an assertion.
 *
 * @param source where it is from
 * @param words as a finding that rests on it cites it
 * @param assumption what it does not hold without; null where the consensus rules vouch for it
 */
public record Fact(Source source, String words, @Nullable String assumption) {

  /** Where a fact is from. */
  public enum Source {
    /** Another ring of a key image. */
    OTHER_RING,
    /** What somebody says. */
    SAID
  }

  /** Whether nothing has to be assumed. */
  public boolean proven() {
    return assumption == null;
  }
}
