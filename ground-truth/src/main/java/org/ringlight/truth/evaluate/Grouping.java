package org.ringlight.truth.evaluate;

import java.util.Arrays;

/** The groups of rings that scores are given for: the first holds all, then one for each value. */
final class Grouping {

  /** The number of the group of all rings. */
  static final int ALL = 0;

  private final RingColumns rings;
  private final Breakdown by;
  private final int[] values;

  Grouping(RingColumns rings, Breakdown by) {
    this.rings = rings;
    this.by = by;
    int[] found = new int[rings.count()];
    Arrays.setAll(found, this::value);
    this.values = Arrays.stream(found).distinct().sorted().toArray();
  }

  private int value(int ring) {
    return switch (by) {
      case ERA -> rings.era(ring);
      case RING_SIZE -> rings.size(ring);
    };
  }

  /** How many groups there are. */
  int count() {
    return values.length + 1;
  }

  /** The group of a ring, besides {@link #ALL}. */
  int of(int ring) {
    return Arrays.binarySearch(values, value(ring)) + 1;
  }

  /** What a group is called: {@code all}, or its value. */
  String name(int group) {
    return group == ALL ? "all" : Integer.toString(values[group - 1]);
  }
}
