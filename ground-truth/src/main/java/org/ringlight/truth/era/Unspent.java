package org.ringlight.truth.era;

import java.util.Arrays;
import java.util.List;

/**
 * The outputs of one kind by the block that made them, in each block those first that are not
 * spent: whoever looks for one passes nothing that is spent. Twelve bytes for each output, eight
 * for each block. Not thread-safe.
 */
final class Unspent {

  private final List<Space> spaces;
  private final int blocks;

  /** In the order of blocks. A coin's place is kept in its space. */
  private long[] coins = new long[1024];

  private int count;

  /** Place of the first output of each block. */
  private final int[] first;

  /** How many outputs of each block are not spent. */
  private final int[] left;

  /** The nearest blocks that may have some, each towards the beginning and towards the end. */
  private final int[] older;

  private final int[] newer;
  private int closed;

  Unspent(int blocks, List<Space> spaces) {
    this.spaces = spaces;
    this.blocks = blocks;
    this.first = new int[blocks + 1];
    this.left = new int[blocks];
    this.older = new int[blocks];
    this.newer = new int[blocks + 1];
    Arrays.setAll(older, block -> block);
    Arrays.setAll(newer, block -> block);
  }

  /** Adds an output of the block that is being made. */
  void append(long coin, int block) {
    if (count == coins.length) {
      coins = Arrays.copyOf(coins, count + count / 2);
    }
    int place = first[block] + left[block]++;
    if (place < count) {
      place(coins[place], count); // one that is spent already
    }
    place(coin, place);
    count++;
  }

  /** All outputs of the block are appended. */
  void close(int block) {
    closed = block + 1;
    first[closed] = count;
    if (left[block] == 0) {
      pass(block);
    }
  }

  /** Whether it was spent, or never will be. */
  boolean isGone(long coin) {
    Space space = space(coin);
    int block = space.height(Ledger.index(coin));
    return space.place(Ledger.index(coin)) >= first[block] + left[block];
  }

  /** Counts an output as spent, now and for ever. */
  void spend(long coin) {
    if (isGone(coin)) {
      return;
    }
    int block = space(coin).height(Ledger.index(coin));
    int place = space(coin).place(Ledger.index(coin));
    int last = first[block] + --left[block];
    place(coins[last], place);
    place(coin, last);
    if (left[block] == 0 && block < closed) {
      pass(block);
    }
  }

  private void place(long coin, int place) {
    coins[place] = coin;
    space(coin).place(Ledger.index(coin), place);
  }

  private Space space(long coin) {
    return spaces.get(Ledger.ordinal(coin));
  }

  private void pass(int block) {
    if (block > 0) {
      older[block] = block - 1;
    }
    newer[block] = block + 1;
  }

  /** How many outputs of a closed block are not spent. */
  int left(int block) {
    return left[block];
  }

  /** One of the {@link #left} of a closed block. */
  long coin(int block, int number) {
    return coins[first[block] + number];
  }

  /** The newest block at or below this one that has some left; -1 if none. */
  int olderWithSome(int block) {
    int root = block < 0 ? -1 : root(older, block);
    return root < 0 || left[root] == 0 ? -1 : root;
  }

  /** The oldest closed block at or above this one that has some left; the chain's end if none. */
  int newerWithSome(int block) {
    int root = root(newer, Math.min(block, blocks));
    return root < closed ? root : blocks;
  }

  /** Follows the links to the block that links to itself, and has all on the way link there. */
  private static int root(int[] links, int from) {
    int root = from;
    while (links[root] != root) {
      root = links[root];
    }
    for (int block = from; block != root; ) {
      int next = links[block];
      links[block] = root;
      block = next;
    }
    return root;
  }
}
