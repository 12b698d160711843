package org.ringlight.analytics.deduce;

import java.util.Arrays;

/**
 * The closed sets found so far, by number; each rests on lower numbers alone. A set of one ring
 * takes 21 bytes.
 */
final class SetLog {

  private byte[] rules = new byte[64];
  private int[] heights = new int[64];
  private int[] depths = new int[64];
  private int[] assumed = new int[64];
  private int[] ends = new int[65];
  private int[] rings = new int[64];
  private int count;

  SetLog copy() {
    SetLog copy = new SetLog();
    copy.rules = rules.clone();
    copy.heights = heights.clone();
    copy.depths = depths.clone();
    copy.assumed = assumed.clone();
    copy.ends = ends.clone();
    copy.rings = rings.clone();
    copy.count = count;
    return copy;
  }

  int count() {
    return count;
  }

  /** Adds the rings of the next set; {@link #describe} says the rest. */
  int add(int[] members, int size) {
    if (count == rules.length) {
      int more = 2 * count;
      rules = Arrays.copyOf(rules, more);
      heights = Arrays.copyOf(heights, more);
      depths = Arrays.copyOf(depths, more);
      assumed = Arrays.copyOf(assumed, more);
      ends = Arrays.copyOf(ends, more + 1);
    }
    int end = ends[count];
    if (end + size > rings.length) {
      rings = Arrays.copyOf(rings, Math.max(2 * rings.length, end + size));
    }
    System.arraycopy(members, 0, rings, end, size);
    ends[count + 1] = end + size;
    return count++;
  }

  void describe(int set, Rule rule, int height, int depth, int assumptions) {
    rules[set] = rule.code();
    heights[set] = height;
    depths[set] = depth;
    assumed[set] = assumptions;
  }

  Rule rule(int set) {
    return Rule.of(rules[set]);
  }

  int height(int set) {
    return heights[set];
  }

  int depth(int set) {
    return depths[set];
  }

  int assumptions(int set) {
    return assumed[set];
  }

  int size(int set) {
    return ends[set + 1] - ends[set];
  }

  /** How many rings all sets have. */
  int rings() {
    return ends[count];
  }

  /** Where the ring stands among the rings of all sets. */
  int place(int set, int ring) {
    int place = Arrays.binarySearch(rings, ends[set], ends[set + 1], ring);
    if (place < 0) {
      throw new IllegalArgumentException("the ring is not in that set");
    }
    return place;
  }

  int ring(int set, int index) {
    return rings[ends[set] + index];
  }
}
