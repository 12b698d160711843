package org.ringlight.truth.era;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.ringlight.protocol.rules.Unlock;
import org.ringlight.truth.picker.OutputSupply;

/**
 * The outputs of one index space while a chain is made: some nine bytes each. Not thread-safe.
 *
 * <p>Heights are looked up in constant time from an output, and in the other direction too where
 * the space keeps a count for each block, as the RingCT space does; else by bisection.
 */
final class Space implements OutputSupply {

  /** The block that is being made, shared by all spaces of a chain. */
  static final class Clock {
    int height;
  }

  /** Nobody in particular: whoever spends the output. */
  static final int ANYBODY = 0;

  private final long amount;
  private final int ordinal;
  private final Clock clock;
  private int[] heights = new int[16];
  private int[] owners = new int[16];
  private final BitSet gone = new BitSet();
  private final BitSet coinbase = new BitSet();
  private final BitSet locked = new BitSet();
  private final Map<Integer, Integer> lockedUntil = new HashMap<>();
  private int count;

  /** How many outputs there were before each block; empty where that is bisected. */
  private final int[] below;

  private Space(long amount, int ordinal, Clock clock, int blocks) {
    this.amount = amount;
    this.ordinal = ordinal;
    this.clock = clock;
    this.below = new int[blocks];
  }

  /** The space of hidden amounts in a chain of so many blocks. */
  static Space ringCt(Clock clock, int blocks) {
    return new Space(RINGCT, 0, clock, blocks + 1);
  }

  /** The space of an amount in clear. */
  static Space denomination(long amount, int ordinal, Clock clock) {
    return new Space(amount, ordinal, clock, 0);
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
    int place = Arrays.binarySearch(heights, 0, count, (int) Math.min(height, Integer.MAX_VALUE));
    int first = place >= 0 ? place : -place - 1;
    while (first > 0 && heights[first - 1] == height) {
      first--;
    }
    return first;
  }

  @Override
  public long heightOf(long amountIndex) {
    return heights[(int) amountIndex];
  }

  @Override
  public boolean isLocked(long amountIndex) {
    int index = (int) amountIndex;
    return (coinbase.get(index) && clock.height - heights[index] < Unlock.COINBASE_BLOCKS)
        || (locked.get(index) && lockedUntil.getOrDefault(index, 0) > clock.height);
  }

  /** How many outputs a transaction of their own ever locked. */
  int locked() {
    return lockedUntil.size();
  }

  /** Keeps an output from being spent or used in a ring below a height. */
  void lock(int index, int untilHeight) {
    locked.set(index);
    lockedUntil.put(index, untilHeight);
  }

  /** The block that made an output. */
  int height(int index) {
    return heights[index];
  }

  int ownerOf(int index) {
    return owners[index];
  }

  void own(int index, int owner) {
    owners[index] = owner;
  }

  /** Whether it was spent, or never will be. */
  boolean isGone(int index) {
    return gone.get(index);
  }

  void spend(int index) {
    gone.set(index);
  }

  /** Appends an output and returns its index. */
  int append(int owner, boolean fromCoinbase) {
    if (count == heights.length) {
      int larger = Math.max(count + count / 2, count + 16);
      heights = Arrays.copyOf(heights, larger);
      owners = Arrays.copyOf(owners, larger);
    }
    heights[count] = clock.height;
    owners[count] = owner;
    if (fromCoinbase) {
      coinbase.set(count);
    }
    return count++;
  }

  /** Says that all outputs of the block being made are appended. */
  void closeBlock() {
    if (below.length > 0) {
      below[clock.height + 1] = count;
    }
  }
}
