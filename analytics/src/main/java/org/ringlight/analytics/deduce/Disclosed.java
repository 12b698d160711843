package org.ringlight.analytics.deduce;

import java.util.HashMap;
import java.util.Map;

/** What rings are said to spend that are in sets with others, until it is taken in. */
final class Disclosed {

  private record Spend(int key, int fact) {}

  private final Map<Integer, Spend> byRing = new HashMap<>();

  /**
   * A ring spends a key, says a fact.
   *
   * @throws Contradiction where another was said
   */
  void add(int ring, int key, int fact) {
    Spend before = byRing.putIfAbsent(ring, new Spend(key, fact));
    if (before != null && before.key() != key) {
      throw new Contradiction("two outputs are disclosed as the one that it spends", ring);
    }
  }

  boolean has(int ring) {
    return byRing.containsKey(ring);
  }

  int key(int ring) {
    return of(ring).key();
  }

  int fact(int ring) {
    return of(ring).fact();
  }

  private Spend of(int ring) {
    Spend spend = byRing.get(ring);
    if (spend == null) {
      throw new IllegalArgumentException("nothing is disclosed of that ring");
    }
    return spend;
  }
}
