package org.ringlight.analytics.proof;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which findings say what a ring spends, accepted or not: one that is called proven, and one that
 * is called conditional and says more.
 */
final class Claims {

  private final Map<Integer, Stated> proven = new HashMap<>();
  private final Map<Integer, Stated> conditional = new HashMap<>();

  /**
   * A finding of what its rings spend.
   *
   * @throws Refusal where another of its kind says that of one of them
   */
  void add(Stated stated, Rings rings) throws Refusal {
    Map<Integer, Stated> byRing = stated.isProven() ? proven : conditional;
    for (int ring : stated.rings()) {
      if (byRing.containsKey(ring)) {
        throw new Refusal(
            "another finding says what ring " + rings.image(ring) + " spends; one can be right");
      }
    }
    for (int ring : stated.rings()) {
      byRing.put(ring, stated);
    }
  }

  /** The finding called proven of what a ring spends; null where there is none. */
  @Nullable Stated proven(int ring) {
    return proven.get(ring);
  }

  /** The finding called conditional of what a ring spends; null where there is none. */
  @Nullable Stated conditional(int ring) {
    return conditional.get(ring);
  }

  /** The one of the same kind as a finding. */
  @Nullable Stated like(Stated stated, int ring) {
    return stated.isProven() ? proven(ring) : conditional(ring);
  }
}
