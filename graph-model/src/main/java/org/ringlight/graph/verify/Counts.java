package org.ringlight.graph.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many there are of each kind, kinds in the order they were first counted. */
public final class Counts {

  private final Map<String, Long> numbers = new LinkedHashMap<>();

  /** Counts {@code number} more of a kind; 0 names the kind. */
  public void add(String kind, long number) {
    numbers.merge(kind, number, Long::sum);
  }

  void add(Counts other) {
    other.numbers.forEach(this::add);
  }

  /** How many of a kind; 0 where none was counted. */
  public long of(String kind) {
    return numbers.getOrDefault(kind, 0L);
  }

  /** How many blocks. */
  public long blocks() {
    return of(Facts.BLOCKS);
  }

  /** All kinds. */
  public Map<String, Long> all() {
    return Collections.unmodifiableMap(numbers);
  }
}
