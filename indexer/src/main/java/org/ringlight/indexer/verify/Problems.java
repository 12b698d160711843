package org.ringlight.indexer.verify;

import java.util.ArrayList;
import java.util.List;

/** What a check found wrong: all counted, the first ones kept. */
final class Problems {

  private static final int KEPT = 20;

  private final List<String> kept = new ArrayList<>();
  private long count;

  void add(long height, String what) {
    count++;
    if (kept.size() < KEPT) {
      kept.add("[height " + height + "] " + what);
    }
  }

  List<String> kept() {
    return List.copyOf(kept);
  }

  long count() {
    return count;
  }
}
