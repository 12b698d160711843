package org.ringlight.truth.era;

import java.util.Arrays;
import java.util.BitSet;
import org.ringlight.protocol.rules.Unlock;
import org.ringlight.truth.picker.OutputSupply;

/**
 * The outputs of one index space while a chain is made: some twelve bytes each. Not thread-safe.
 *
 * <p>Heights are looked up in constant time from an output, and in the other direction too where
 * the space keeps a count for each block, as the RingCT space does; else by bisection.
 */
final class Space implements OutputSupply {

  /** The block that is being made, shared by all spaces of a chain. */
  static final class Clock {
    int height;
  }

  private static final int ASKED = 64;

  /** Nobody in particular: whoever spends the output. */
  static final int ANYBODY = 0;

  private final long amount;
  private final int ordinal;
  private final Clock clock;

  /** How many outputs of each block are not spent yet, here or in all spaces that share it. */
  private final int[] unspent;

  private int[] heights = new int[16];
  private int[] owners = new int[16];
  private int[] lockedUntil = new int[16];
  private final BitSet gone = new BitSet();

  /** Answers of {@link #countBelow}, which never change below the block that is being made. */
  private final long[] asked = new long[ASKED];

  private final int[] askedCount = new int[ASKED];
  private int locked;
  private int count;

  /** How many outputs there were before each block; empty where that is bisected. */
  private final int[] below;

  private Space(long amount, int ordinal, Clock clock, int[] unspent, int blocks) {
    this.amount = amount;
    this.ordinal = ordinal;
    this.clock = clock;
    this.unspent = unspent;
    this.below = new int[blocks];
    Arrays.fill(asked, -1);
  }

  /**
   * The space of hidden amounts.
   *
   * @param unspent for each block of the chain, kept here
   */
  static Space ringCt(Clock clock, int[] unspent) {
    return new Space(RINGCT, 0, clock, unspent, unspent.length + 1);
  }

  /**
   * The space of an amount in clear.
   *
   * @param unspent for each block of the chain, of all such amounts together
   */
  static Space denomination(long amount, int ordinal, Clock clock, int[] unspent) {
    return new Space(amount, ordinal, clock, unspent, 0);
  }

  @Override
  public long indexSpace() {
    return amount;
  }

  @Override
  public long chainHeight() {
    return clock.height;
  }

  /** Its place among the spaces, 0 the RingCT space. */
  int ordinal() {
    return ordinal;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long countBelow(long height) {
    if (below.length > 0) {
      return height >= below.length ? count : below[(int) Math.max(0, height)];
    }
    int slot = (int) height & (ASKED - 1);
    if (asked[slot] != height || height > clock.height) {
      askedCount[slot] = bisect(height);
      asked[slot] = height;
    }
    return askedCount[slot];
  }

  private int bisect(long height) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (heights[middle] < height) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public long heightOf(long amountIndex) {
    return heights[(int) amountIndex];
  }

  @Override
  public boolean isLocked(long amountIndex) {
    return lockedUntil[(int) amountIndex] > clock.height;
  }

  /** How many outputs their own transactions locked, some perhaps no longer. */
  int locked() {
    return locked;
  }

  /** Keeps an output from being spent or used in a ring below a height. */
  void lock(int index, int untilHeight) {
    lockedUntil[index] = untilHeight;
    locked++;
  }

  /** The block that made an output. */
  int height(int index) {
    return heights[index];
  }

  int ownerOf(int index) {
    return owners[index];
  }

  /** Whether it was spent, or never will be. */
  boolean isGone(int index) {
    return gone.get(index);
  }

  void spend(int index) {
    if (!gone.get(index)) {
      gone.set(index);
      unspent[heights[index]]--;
    }
  }

  /** Appends an output and returns its index. */
  int append(int owner, boolean fromCoinbase) {
    if (count == heights.length) {
      int larger = Math.max(count + count / 2, count + 16);
      heights = Arrays.copyOf(heights, larger);
      owners = Arrays.copyOf(owners, larger);
      lockedUntil = Arrays.copyOf(lockedUntil, larger);
    }
    heights[count] = clock.height;
    unspent[clock.height]++;
    owners[count] = owner;
    lockedUntil[count] = fromCoinbase ? clock.height + Unlock.COINBASE_BLOCKS : 0;
    return count++;
  }

  /** Says that all outputs of the block being made are appended. */
  void closeBlock() {
    if (below.length > 0) {
      below[clock.height + 1] = count;
    }
  }
}
