package org.ringlight.analytics.deduce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Sets of facts that need an assumption, each kept once: 0 is the empty one. */
final class FactSets {

  static final int EMPTY = 0;

  private final List<List<Integer>> sets = new ArrayList<>(List.of(List.<Integer>of()));
  private final Map<List<Integer>, Integer> numbers = new HashMap<>(Map.of(List.of(), EMPTY));
  private final Map<Long, Integer> unions = new HashMap<>();

  /** Whether there is none but the empty one. */
  boolean areNone() {
    return sets.size() == 1;
  }

  /** The facts of a set, ascending. */
  List<Integer> facts(int set) {
    return sets.get(set);
  }

  int of(int fact) {
    return number(List.of(fact));
  }

  int union(int one, int other) {
    if (one == other || other == EMPTY) {
      return one;
    } else if (one == EMPTY) {
      return other;
    }
    long pair = ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
    return unions.computeIfAbsent(
        pair,
        any -> {
          TreeSet<Integer> both = new TreeSet<>(facts(one));
          both.addAll(facts(other));
          return number(List.copyOf(both));
        });
  }

  private int number(List<Integer> facts) {
    Integer known = numbers.putIfAbsent(facts, sets.size());
    if (known == null) {
      sets.add(facts);
    }
    return known == null ? sets.size() - 1 : known;
  }
}
