package org.ringlight.analytics.deduce;

import java.util.Arrays;

/**
 * The closed sets found so far, by number; each rests on lower numbers alone. A set of one ring
 * takes 21 bytes. Height and depth stand together, because who asks for one asks for both.
 */
final class SetLog {

  private byte[] rules = new byte[64];
  private long[] measures = new long[64];
  private int[] assumed = new int[64];
  private int[] ends = new int[65];
  private int[] rings = new int[64];
  private int count;

  SetLog copy() {
    SetLog copy = new SetLog();
    copy.rules = rules.clone();
    copy.measures = measures.clone();
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
    int end = room(size);
    System.arraycopy(members, 0, rings, end, size);
    ends[count + 1] = end + size;
    return count++;
  }

  /** Adds a ring that is a set by itself. */
  int add(int ring) {
    int end = room(1);
    rings[end] = ring;
    ends[count + 1] = end + 1;
    return count++;
  }

  private int room(int size) {
    if (count == rules.length) {
      int more = 2 * count;
      rules = Arrays.copyOf(rules, more);
      measures = Arrays.copyOf(measures, more);
      assumed = Arrays.copyOf(assumed, more);
      ends = Arrays.copyOf(ends, more + 1);
    }
    int end = ends[count];
    if (end + size > rings.length) {
      rings = Arrays.copyOf(rings, Math.max(2 * rings.length, end + size));
    }
    return end;
  }

  void describe(int set, Rule rule, int height, int depth, int assumptions) {
    rules[set] = rule.code();
    measures[set] = ((long) height << Integer.SIZE) | depth;
    assumed[set] = assumptions;
  }

  Rule rule(int set) {
    return Rule.of(rules[set]);
  }

  int height(int set) {
    return height(measures[set]);
  }

  int depth(int set) {
    return depth(measures[set]);
  }

  /** Height and depth as one; of a set that is not described zero. */
  long measures(int set) {
    return measures[set];
  }

  static int height(long measures) {
    return (int) (measures >>> Integer.SIZE);
  }

  static int depth(long measures) {
    return (int) measures;
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
    if (size(set) == 1 && rings[ends[set]] == ring) {
      return ends[set];
    }
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
