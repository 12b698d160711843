package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is accepted so far: which set each ring is in, and which took each key. */
final class Taken {

  private static final int NONE = -1;

  private final List<KnownSet> sets = new ArrayList<>();
  private final int[] ofRing;
  private final int[] ofKey;

  Taken(Book book) {
    ofRing = new int[book.rings().count()];
    ofKey = new int[book.keys()];
    Arrays.fill(ofRing, NONE);
    Arrays.fill(ofKey, NONE);
  }

  void add(KnownSet set) {
    for (int ring : set.rings()) {
      ofRing[ring] = sets.size();
    }
    for (int key : set.keys()) {
      ofKey[key] = sets.size();
    }
    sets.add(set);
  }

  /** The set that a ring is in; null where none is accepted. */
  @Nullable KnownSet ofRing(int ring) {
    return ofRing[ring] == NONE ? null : sets.get(ofRing[ring]);
  }

  /** The set that took a key; null where none is accepted. */
  @Nullable KnownSet ofKey(int key) {
    return ofKey[key] == NONE ? null : sets.get(ofKey[key]);
  }
}
