package org.ringlight.analytics.deduce;

import java.util.Arrays;
import org.ringlight.analytics.graph.Incidence;

/**
 * Of each ring how many keys are left for it, and which closed set it is in. Who strikes a key out
 * asks of every ring that names it whether it is in a set, so that this stands in the number of
 * keys left: one look at memory in place of two. 8 bytes a ring.
 */
final class RingStates {

  // of a ring in a set the complement
  private final int[] left;
  private final int[] sets;

  /** All are free, and may spend each of their keys. */
  RingStates(Incidence members, int rings) {
    left = new int[rings];
    sets = new int[rings];
    Arrays.fill(sets, Deductions.FREE);
    for (int ring = 0; ring < rings; ring++) {
      left[ring] = members.degree(ring);
    }
  }

  private RingStates(RingStates other) {
    left = other.left.clone();
    sets = other.sets.clone();
  }

  RingStates copy() {
    return new RingStates(this);
  }

  int rings() {
    return sets.length;
  }

  /** Its closed set, or {@link Deductions#FREE}. */
  int set(int ring) {
    return sets[ring];
  }

  boolean isFree(int ring) {
    return left[ring] >= 0;
  }

  /** How many keys are possible for it. */
  int left(int ring) {
    int counted = left[ring];
    return counted < 0 ? ~counted : counted;
  }

  /** It is in this closed set from now on, or {@link Deductions#FREE}. */
  void enter(int ring, int set) {
    sets[ring] = set;
    count(ring, left(ring));
  }

  /** So many keys are possible for it. */
  void count(int ring, int possible) {
    left[ring] = sets[ring] == Deductions.FREE ? possible : ~possible;
  }

  /** A key fewer is possible for a ring that is free; how many are left. */
  int lose(int ring) {
    return --left[ring];
  }

  /**
   * A key fewer is possible for those of these rings that are free; a ring may come several times.
   *
   * @return how many have one key left now; they are put at the front
   * @throws Contradiction where none is left for one
   */
  int loseWhereFree(int[] rings, int count) {
    int alone = 0;
    int none = 0;
    for (int i = 0; i < count; i++) {
      int ring = rings[i];
      int before = left[ring];
      // a branch here would wait for memory, and be guessed wrong: negative numbers stay
      int now = before - 1 - (before >> (Integer.SIZE - 1));
      left[ring] = now;
      rings[alone] = ring;
      alone += now == 1 ? 1 : 0;
      none |= now - 1 & ~now;
    }
    if (none < 0) {
      throw Deductions.nothingLeft(firstWithNone());
    }
    return alone;
  }

  private int firstWithNone() {
    int ring = 0;
    while (left[ring] != 0) {
      ring++;
    }
    return ring;
  }
}
