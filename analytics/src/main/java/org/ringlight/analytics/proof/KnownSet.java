package org.ringlight.analytics.proof;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An accepted finding of what rings spend: as many keys as rings, among themselves.
 *
 * @param stated the finding
 * @param rings in chain order
 * @param assumptions what it does not hold without
 * @param grounds the sets that it rests on
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record KnownSet(
    Stated stated,
    int[] rings,
    int[] keys,
    int depth,
    long height,
    SortedSet<String> assumptions,
    List<KnownSet> grounds) {

  /** The ring by which it is cited. */
  int first() {
    return rings[0];
  }

  /** Whether two are of one finding, or both none. */
  static boolean areSame(@Nullable KnownSet one, @Nullable KnownSet other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.stated.number() == other.stated.number();
  }

  /** Whether it holds without any assumption. */
  boolean isProven() {
    return assumptions.isEmpty();
  }

  boolean holds(int ring) {
    for (int one : rings) {
      if (one == ring) {
        return true;
      }
    }
    return false;
  }
}
