package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is accepted so far: which set each ring is in, and which took each key. Where a finding is
 * conditional, a ring may be in a smaller set than the one it is proven to be in.
 */
final class Taken {

  private static final int NONE = -1;

  private final List<KnownSet> sets = new ArrayList<>();
  private final int[] ofRing;
  private final int[] ofKey;
  private final Map<Integer, KnownSet> assumedOfRing = new HashMap<>();
  private final Map<Integer, KnownSet> assumedOfKey = new HashMap<>();

  Taken(Book book) {
    ofRing = new int[book.rings().count()];
    ofKey = new int[book.keys()];
    Arrays.fill(ofRing, NONE);
    Arrays.fill(ofKey, NONE);
  }

  void add(KnownSet set) {
    boolean proven = set.isProven();
    for (int ring : set.rings()) {
      if (proven) {
        ofRing[ring] = sets.size();
      } else {
        assumedOfRing.put(ring, set);
      }
    }
    for (int key : set.keys()) {
      if (proven) {
        ofKey[key] = sets.size();
      } else {
        assumedOfKey.put(key, set);
      }
    }
    sets.add(set);
  }

  /** The smallest set that a ring is in; null where none is accepted. */
  @Nullable KnownSet ofRing(int ring) {
    KnownSet assumed = assumedOfRing(ring);
    return assumed == null ? provenOfRing(ring) : assumed;
  }

  /** The smallest set that took a key; null where none is accepted. */
  @Nullable KnownSet ofKey(int key) {
    KnownSet assumed = assumedOfKey(key);
    return assumed == null ? provenOfKey(key) : assumed;
  }

  /** The set that took a key if assumptions hold; null where none is accepted. */
  @Nullable KnownSet assumedOfKey(int key) {
    return assumedOfKey.get(key);
  }

  /** The set that a ring is in if assumptions hold; null where none is accepted. */
  @Nullable KnownSet assumedOfRing(int ring) {
    return assumedOfRing.get(ring);
  }

  /** The set that a ring is proven to be in; null where none is accepted. */
  @Nullable KnownSet provenOfRing(int ring) {
    return ofRing[ring] == NONE ? null : sets.get(ofRing[ring]);
  }

  /** The set that is proven to have taken a key; null where none is accepted. */
  @Nullable KnownSet provenOfKey(int key) {
    return ofKey[key] == NONE ? null : sets.get(ofKey[key]);
  }
}
