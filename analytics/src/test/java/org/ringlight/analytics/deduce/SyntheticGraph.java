package org.ringlight.analytics.deduce;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;

/**
 * A ring graph of a size, made by a seed and nothing like a chain but in its shape: rings in chain
 * order, each with a true spend that no other has, and decoys that are mostly young. It is not
 * mainnet: amounts, wallets and habits are made up.
 *
 * <p>Keys: 5 for 4 rings. The age of a member in keys is e to the power of a normal number (mean 9,
 * deviation 2.5), as wallets since 2019 draw them in spirit.
 */
final class SyntheticGraph {

  /** Blocks hold so many rings. */
  private static final int RINGS_A_BLOCK = 32;

  /** Of keys of the first part, the amounts. */
  private static final int AMOUNTS = 1_000;

  private final SplittableRandom random;
  private final BitSet spent;
  private int[] members = new int[16];

  private SyntheticGraph(long seed, int keys) {
    random = new SplittableRandom(seed);
    spent = new BitSet(keys);
  }

  /**
   * Rings as they changed over the years: of the first 15 % two in five have one member and the
   * others 2 to 5, all of cleartext amounts; then 11 members, and from 55 % on 16.
   */
  static RingGraph ofEras(long seed, int rings) {
    return new SyntheticGraph(seed, keys(rings)).eras(rings);
  }

  /** Rings of {@code size} members each. */
  static RingGraph ofSize(long seed, int rings, int size) {
    return new SyntheticGraph(seed, keys(rings)).uniform(rings, size);
  }

  private static int keys(int rings) {
    return Math.toIntExact(rings * 5L / 4 + 100);
  }

  private static int made(int ring) {
    // blocks: what a ring names was made before its block
    return (int) ((long) (ring - ring % RINGS_A_BLOCK) * 5 / 4) + 100;
  }

  private RingGraph eras(int rings) {
    int clear = (int) (rings * 0.15);
    // the first hidden amounts are there before the first ring of them
    int clearKeys = made(clear) - AMOUNTS;
    RingGraph.Builder builder = builder(rings);
    for (int ring = 0; ring < rings; ring++) {
      if (ring < clear) {
        int size = random.nextInt(5) < 2 ? 1 : 2 + random.nextInt(4);
        int space = add(made(ring), size, 0);
        builder.ring(ring / RINGS_A_BLOCK, space, members, size);
      } else {
        int size = ring < rings * 0.55 ? 11 : 16;
        add(made(ring), size, clearKeys);
        builder.ring(ring / RINGS_A_BLOCK, Spaces.NONE, members, size);
      }
    }
    int[] spaces = new int[keys(rings)];
    for (int key = 0; key < spaces.length; key++) {
      spaces[key] = key < clearKeys ? space(key) : Spaces.NONE;
    }
    return builder.build(spaces.length, Spaces.of(spaces, AMOUNTS));
  }

  private RingGraph uniform(int rings, int size) {
    RingGraph.Builder builder = builder(rings);
    for (int ring = 0; ring < rings; ring++) {
      add(made(ring), size, 0);
      builder.ring(ring / RINGS_A_BLOCK, Spaces.NONE, members, size);
    }
    return builder.build(keys(rings), Spaces.EMPTY);
  }

  private static RingGraph.Builder builder(int rings) {
    int[] first = new int[rings / RINGS_A_BLOCK + 2];
    for (int height = 0; height < first.length; height++) {
      first[height] = made(height * RINGS_A_BLOCK);
    }
    return new RingGraph.Builder(rings).keysBefore(first);
  }

  private static int space(int key) {
    return key % AMOUNTS;
  }

  /** Fills in members among the keys from {@code from} to {@code made}; says their space. */
  private int add(int made, int size, int from) {
    int truth = unspent(made, from);
    spent.set(truth);
    members[0] = truth;
    int step = from == 0 && size < 11 ? AMOUNTS : 1;
    for (int i = 1; i < size; i++) {
      int older = Math.max(1, age() / step) * step;
      int key = step == 1 ? made - older : truth - older;
      members[i] = key >= from ? key : truth % step + step * random.nextInt(made / step + 1);
      if (members[i] < from || members[i] >= made) {
        members[i] = truth;
      }
    }
    return space(truth);
  }

  private int unspent(int made, int from) {
    int key = Math.max(from, made - age());
    int young = spent.nextClearBit(key);
    if (young < made) {
      return young;
    }
    int old = spent.previousClearBit(key);
    if (old < from) {
      throw new IllegalStateException("more rings than keys");
    }
    return old;
  }

  private int age() {
    return (int) Math.min(1 << 30, Math.exp(9 + 2.5 * random.nextGaussian())) + 1;
  }
}
