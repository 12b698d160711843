package org.ringlight.analytics.proof;

import java.util.SortedSet;

/**
 * An accepted finding of what rings spend: as many keys as rings, among themselves.
 *
 * @param rings in chain order
 * @param assumptions what it does not hold without
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record KnownSet(int[] rings, int[] keys, int depth, long height, SortedSet<String> assumptions) {

  /** The ring by which it is cited. */
  int first() {
    return rings[0];
  }

  /** Whether it is the same set: a ring is in one only. */
  boolean isSame(KnownSet other) {
    return first() == other.first();
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
