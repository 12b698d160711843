package org.ringlight.analytics.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some rings of a graph with the keys that are still possible for each, numbered anew and without
 * gaps.
 */
public final class Residual {

  private final int[] rings;
  private final int[] keys;
  private final Incidence byRing;

  private Residual(int[] rings, int[] keys, Incidence byRing) {
    this.rings = rings;
    this.keys = keys;
    this.byRing = byRing;
  }

  /** Which keys of which rings are left. */
  @FunctionalInterface
  public interface Left {
    boolean isPossible(int ring, int key);
  }

  /** Its rings and keys, by the new numbers. */
  Incidence byRing() {
    return byRing;
  }

  int ringCount() {
    return rings.length;
  }

  int keyCount() {
    return keys.length;
  }

  /** The number in the graph. */
  int ring(int local) {
    return rings[local];
  }

  /** The number in the graph. */
  int key(int local) {
    return keys[local];
  }

  /** Numbers keys anew; used again for one residual after the other. Not for several threads. */
  public static final class Numbering {

    private final RingGraph graph;
    private int @Nullable [] locals;
    private int[] seen = new int[16];
    private int count;

    public Numbering(RingGraph graph) {
      this.graph = graph;
    }

    /** The residual of {@code rings}; the array becomes its own. */
    public Residual of(int[] rings, Left left) {
      Incidence all = graph.byRing();
      int[] numbers = locals;
      if (numbers == null) {
        numbers = new int[graph.keys()];
        Arrays.fill(numbers, -1);
        locals = numbers;
      }
      IntChunks targets = new IntChunks();
      long[] ends = new long[rings.length + 1];
      count = 0;
      for (int i = 0; i < rings.length; i++) {
        int ring = rings[i];
        for (long edge = all.first(ring); edge < all.end(ring); edge++) {
          int key = all.target(edge);
          if (left.isPossible(ring, key)) {
            targets.add(number(numbers, key));
          }
        }
        ends[i + 1] = targets.length();
      }
      for (int i = 0; i < count; i++) {
        numbers[seen[i]] = -1;
      }
      return new Residual(rings, Arrays.copyOf(seen, count), new Incidence(ends, targets));
    }

    private int number(int[] numbers, int key) {
      if (numbers[key] < 0) {
        if (count == seen.length) {
          seen = Arrays.copyOf(seen, 2 * count);
        }
        numbers[key] = count;
        seen[count++] = key;
      }
      return numbers[key];
    }
  }
}
