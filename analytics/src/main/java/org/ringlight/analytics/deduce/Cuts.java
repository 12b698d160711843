package org.ringlight.analytics.deduce;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Members that a fact strikes out of single rings. Few rings have any. */
final class Cuts {

  /** No fact. */
  static final int NONE = -1;

  private final BitSet touched = new BitSet();
  private final Map<Integer, Struck> byRing = new HashMap<>();

  private static final class Struck {
    private int[] keys = new int[4];
    private int[] facts = new int[4];
    private int count;

    Struck copy() {
      Struck copy = new Struck();
      copy.keys = keys.clone();
      copy.facts = facts.clone();
      copy.count = count;
      return copy;
    }

    int find(int key) {
      for (int i = 0; i < count; i++) {
        if (keys[i] == key) {
          return i;
        }
      }
      return NONE;
    }
  }

  Cuts copy() {
    Cuts copy = new Cuts();
    copy.touched.or(touched);
    byRing.forEach((ring, struck) -> copy.byRing.put(ring, struck.copy()));
    return copy;
  }

  void add(int ring, int key, int fact) {
    touched.set(ring);
    Struck struck = byRing.computeIfAbsent(ring, any -> new Struck());
    if (struck.count == struck.keys.length) {
      struck.keys = Arrays.copyOf(struck.keys, 2 * struck.count);
      struck.facts = Arrays.copyOf(struck.facts, 2 * struck.count);
    }
    struck.keys[struck.count] = key;
    struck.facts[struck.count++] = fact;
  }

  /** The fact that strikes the key out of the ring, or {@link #NONE}. */
  int fact(int ring, int key) {
    if (byRing.isEmpty() || !touched.get(ring)) {
      return NONE;
    }
    Struck struck = byRing.get(ring);
    int found = struck == null ? NONE : struck.find(key);
    return found == NONE || struck == null ? NONE : struck.facts[found];
  }

  /** Whether any member of the ring is struck out. */
  boolean any(int ring) {
    return touched.get(ring);
  }
}
