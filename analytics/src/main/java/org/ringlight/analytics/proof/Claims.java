package org.ringlight.analytics.proof;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which finding says what a ring spends, accepted or not. */
final class Claims {

  private final Map<Integer, Stated> byRing = new HashMap<>();

  /**
   * A finding of what its rings spend.
   *
   * @throws Refusal where another says that of one of them
   */
  void add(Stated stated, Rings rings) throws Refusal {
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

  /** The finding that says what a ring spends; null where none does. */
  @Nullable Stated of(int ring) {
    return byRing.get(ring);
  }
}
