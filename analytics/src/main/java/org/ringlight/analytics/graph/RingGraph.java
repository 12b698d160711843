package org.ringlight.analytics.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who could spend what: rings, and the one-time keys among which each spends exactly one. A key
 * stands for all outputs that have it, because one key has one key image and is spent once; a
 * member that a ring names twice is one neighbour.
 *
 * <p>Rings are numbered in chain order from 0; after them come key images that were seen only off
 * the main chain. Keys are numbered in the order of the first output that has them.
 *
 * <p>Memory: 8 bytes a member of a ring once both directions are used, 8 a ring, 8 a key, and 8 a
 * ring of a cleartext amount. Never changes, but that the reverse direction is made when it is
 * first asked for.
 */
public final class RingGraph {

  private final Incidence byRing;
  private final int keys;
  private final RingHeights heights;
  private final int chainRings;
  private final int[] elsewhere;
  private final int[] clearRings;
  private final int[] clearSpaces;
  private final int[] unmade;
  private final Spaces spaces;
  private @Nullable Incidence byKey;

  private RingGraph(Builder from, long[] ends, int keys, Spaces spaces) {
    this.byRing = new Incidence(ends, from.members);
    this.keys = keys;
    this.heights = from.heights;
    this.chainRings = from.rings - from.elsewhereCount;
    this.elsewhere = from.elsewhere;
    this.clearRings = Arrays.copyOf(from.clearRings, from.clear);
    this.clearSpaces = Arrays.copyOf(from.clearSpaces, from.clear);
    this.unmade = from.unmade;
    this.spaces = spaces;
  }

  public int rings() {
    return byRing.nodes();
  }

  /** Rings of the main chain; those from here on stand for key images seen elsewhere only. */
  public int chainRings() {
    return chainRings;
  }

  public int keys() {
    return keys;
  }

  /** Rings and the keys they name, each once, ascending. */
  public Incidence byRing() {
    return byRing;
  }

  /** Keys and the rings that name them, ascending. Made when first asked for. */
  public Incidence byKey() {
    Incidence made = byKey;
    if (made == null) {
      made = byRing.transposed(keys);
      byKey = made;
    }
    return made;
  }

  /** The height of the block that holds the ring; of those from elsewhere, what was given. */
  public int height(int ring) {
    return ring < chainRings ? heights.of(ring) : elsewhere[ring - chainRings];
  }

  /** The rings of each cleartext amount, in chain order: as {@link #spaces} has its keys. */
  public Spaces ringsOfSpaces() {
    return Spaces.of(clearRings, clearSpaces, spaces.count());
  }

  /** The cleartext amounts. */
  public Spaces spaces() {
    return spaces;
  }

  /**
   * The first key that was not made yet when the blocks from {@code height} on were: keys of a
   * lower number are older. Keys of outputs that are older than a slice count as young.
   */
  public int firstKeyNotBefore(int height) {
    return height < unmade.length ? unmade[height] : keys;
  }

  /** Takes rings in chain order. */
  public static final class Builder {

    private final IntChunks members = new IntChunks();
    private final RingHeights heights = new RingHeights();
    private long[] ends;
    private int[] clearRings = new int[16];
    private int[] clearSpaces = new int[16];
    private int clear;
    private int[] unmade = {};
    private int[] scratch = new int[16];
    private int rings;
    private int[] elsewhere = {};
    private int elsewhereCount;

    /**
     * @param expected how many rings will come; more are welcome
     */
    public Builder(int expected) {
      ends = new long[Math.max(1, expected) + 1];
    }

    /** The first key of each height on, from height 0: see {@link RingGraph#firstKeyNotBefore}. */
    public Builder keysBefore(int[] firstKeys) {
      unmade = firstKeys;
      return this;
    }

    /**
     * Adds a ring.
     *
     * @param height not below the one before
     * @param space or {@link Spaces#NONE}
     * @param named its members' keys, in any order, any of them twice; it is not kept
     * @param count how many of {@code named} are meant
     */
    public void ring(int height, int space, int[] named, int count) {
      if (elsewhereCount > 0) {
        throw new IllegalStateException("rings of the chain come first");
      }
      heights.add(rings, height);
      add(space, named, count);
    }

    /**
     * Adds a key image that no ring of the main chain has.
     *
     * @param height of the main chain, below which nothing follows from it
     * @param named the keys that it may be of
     */
    public void elsewhere(int height, int[] named, int count) {
      if (elsewhereCount == elsewhere.length) {
        elsewhere = Arrays.copyOf(elsewhere, 2 * elsewhereCount + 16);
      }
      elsewhere[elsewhereCount++] = height;
      add(Spaces.NONE, named, count);
    }

    private void add(int space, int[] named, int count) {
      if (rings == ends.length - 1) {
        ends = Arrays.copyOf(ends, 2 * rings + 1);
      }
      if (space != Spaces.NONE) {
        if (clear == clearRings.length) {
          clearRings = Arrays.copyOf(clearRings, 2 * clear);
          clearSpaces = Arrays.copyOf(clearSpaces, 2 * clear);
        }
        clearRings[clear] = rings;
        clearSpaces[clear++] = space;
      }
      int before = -1;
      boolean ascending = true;
      for (int i = 0; i < count; i++) {
        ascending &= named[i] > before;
        before = named[i];
      }
      int[] from = ascending ? named : sorted(named, count);
      before = -1;
      for (int i = 0; i < count; i++) {
        if (from[i] != before) {
          before = from[i];
          members.add(before);
        }
      }
      ends[++rings] = members.length();
    }

    private int[] sorted(int[] named, int count) {
      if (scratch.length < count) {
        scratch = new int[2 * count];
      }
      System.arraycopy(named, 0, scratch, 0, count);
      Arrays.sort(scratch, 0, count);
      return scratch;
    }

    /**
     * The graph; this is used up.
     *
     * @param keys one more than the highest key
     */
    public RingGraph build(int keys, Spaces spacesOfKeys) {
      return new RingGraph(
          this,
          ends.length == rings + 1 ? ends : Arrays.copyOf(ends, rings + 1),
          keys,
          spacesOfKeys);
    }
  }
}
