package org.ringlight.graph.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check found that is not as in the tables: how much, and the first of it in words. */
public final class Differences {

  private static final int SHOWN = 100;

  private final List<String> shown = new ArrayList<>();
  private long count;

  /** Something that differs, in words. */
  public void add(String what) {
    count++;
    if (shown.size() < SHOWN) {
      shown.add(what);
    }
  }

  /** Compares how many there are of each kind. */
  public void compare(Map<String, Long> wanted, Map<String, Long> present) {
    new TreeMap<>(wanted)
        .forEach(
            (kind, number) -> {
              long found = present.getOrDefault(kind, 0L);
              if (found != number) {
                add("%s: %,d in the graph, %,d in the tables".formatted(kind, found, number));
              }
            });
  }

  /** All of it. */
  public GraphReport report(long from, long to, Counts tables, String digest) {
    return new GraphReport(from, to, tables, digest, shown, count, 0);
  }
}
