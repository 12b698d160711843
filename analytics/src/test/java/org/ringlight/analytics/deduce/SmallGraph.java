package org.ringlight.analytics.deduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;

/**
 * A ring graph small enough to try every way in which its rings could have spent, made by a seed: a
 * true spend for each ring, and decoys.
 */
final class SmallGraph {

  final int[][] rings;
  final int[] truth;
  final int keys;

  private SmallGraph(int[][] rings, int[] truth, int keys) {
    this.rings = rings;
    this.truth = truth;
    this.keys = keys;
  }

  static SmallGraph of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rings = random.nextInt(1, 9);
    int keys = rings + random.nextInt(4);
    int[] spends = IntStream.range(0, keys).toArray();
    for (int i = keys - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = spends[i];
      spends[i] = spends[other];
      spends[other] = kept;
    }
    int most = random.nextInt(1, 5);
    int[][] members = new int[rings][];
    for (int ring = 0; ring < rings; ring++) {
      TreeSet<Integer> chosen = new TreeSet<>(List.of(spends[ring]));
      for (int i = random.nextInt(most); i > 0; i--) {
        chosen.add(random.nextInt(keys));
      }
      members[ring] = chosen.stream().mapToInt(Integer::intValue).toArray();
    }
    return new SmallGraph(members, Arrays.copyOf(spends, rings), keys);
  }

  /** The first {@code count} rings alone. */
  SmallGraph first(int count) {
    return new SmallGraph(Arrays.copyOf(rings, count), Arrays.copyOf(truth, count), keys);
  }

  /** The same rings in another order: ring i is what was {@code order[i]}. */
  SmallGraph reordered(int[] order) {
    return new SmallGraph(
        IntStream.of(order).mapToObj(i -> rings[i]).toArray(int[][]::new),
        IntStream.of(order).map(i -> truth[i]).toArray(),
        keys);
  }

  /** Whether a ring is to lose a member. */
  interface Lost {
    boolean loses(int ring, int key);
  }

  /** The same rings with fewer members. */
  SmallGraph without(Lost lost) {
    return new SmallGraph(
        IntStream.range(0, rings.length)
            .mapToObj(
                ring -> IntStream.of(rings[ring]).filter(key -> !lost.loses(ring, key)).toArray())
            .toArray(int[][]::new),
        truth,
        keys);
  }

  /** One block a ring, no amounts. */
  RingGraph graph() {
    RingGraph.Builder builder = new RingGraph.Builder(1);
    for (int ring = 0; ring < rings.length; ring++) {
      builder.ring(ring, Spaces.NONE, rings[ring], rings[ring].length);
    }
    return builder.build(keys, Spaces.EMPTY);
  }

  /** By ring and key: whether some way to spend lets the ring spend the key. */
  boolean[][] possible() {
    boolean[][] possible = new boolean[rings.length][keys];
    ways(new ArrayList<>(), new boolean[keys], possible, new boolean[keys]);
    return possible;
  }

  /** By key: whether every way to spend spends it. */
  boolean[] alwaysSpent() {
    boolean[] unspent = new boolean[keys];
    ways(new ArrayList<>(), new boolean[keys], new boolean[rings.length][keys], unspent);
    boolean[] always = new boolean[keys];
    for (int key = 0; key < keys; key++) {
      always[key] = !unspent[key];
    }
    return always;
  }

  private void ways(List<Integer> chosen, boolean[] used, boolean[][] possible, boolean[] unspent) {
    if (chosen.size() == rings.length) {
      for (int ring = 0; ring < rings.length; ring++) {
        possible[ring][chosen.get(ring)] = true;
      }
      for (int key = 0; key < keys; key++) {
        unspent[key] |= !used[key];
      }
      return;
    }
    for (int key : rings[chosen.size()]) {
      if (!used[key]) {
        used[key] = true;
        chosen.add(key);
        ways(chosen, used, possible, unspent);
        chosen.remove(chosen.size() - 1);
        used[key] = false;
      }
    }
  }
}
