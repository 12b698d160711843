package org.ringlight.truth.era;

import java.util.Arrays;
import org.ringlight.protocol.rules.Unlock;
import org.ringlight.truth.picker.OutputSupply;

/**
 * The outputs of one index space while a chain is made: sixteen bytes each. Not thread-safe.
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
  private int[] lockedUntil = new int[16];
  private int[] places = new int[16];

  private int locked;
  private int matured;
  private int count;

  /** How many outputs there were before each block; empty where that is bisected. */
  private final int[] below;

  private Space(long amount, int ordinal, Clock clock, int[] below) {
    this.amount = amount;
    this.ordinal = ordinal;
    this.clock = clock;
    this.below = below;
  }

  /** The space of hidden amounts of a chain of so many blocks. */
  static Space ringCt(Clock clock, int blocks) {
    return new Space(RINGCT, 0, clock, new int[blocks + 1]);
  }

  /** The space of an amount in clear. */
  static Space denomination(long amount, int ordinal, Clock clock) {
    return new Space(amount, ordinal, clock, new int[0]);
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
    return bisect(height);
  }

  /** Gallops from the end, where most that is asked for lies, and bisects from there. */
  private int bisect(long height) {
    int high = count;
    int step = 1;
    while (high - step >= 0 && heights[high - step] >= height) {
      high -= step;
      step *= 2;
    }
    int low = Math.max(0, high - step);
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

  /** Where {@link Unspent} has an output. */
  int place(int index) {
    return places[index];
  }

  void place(int index, int place) {
    places[index] = place;
  }

  /** Appends an output and returns its index. */
  int append(int owner, boolean fromCoinbase) {
    if (count == heights.length) {
      int larger = Math.max(count + count / 2, count + 16);
      heights = Arrays.copyOf(heights, larger);
      owners = Arrays.copyOf(owners, larger);
      lockedUntil = Arrays.copyOf(lockedUntil, larger);
      places = Arrays.copyOf(places, larger);
    }
    heights[count] = clock.height;
    owners[count] = owner;
    lockedUntil[count] = fromCoinbase ? clock.height + Unlock.COINBASE_BLOCKS : 0;
    return count++;
  }

  /** How many outputs are old enough to be spent even if they are coinbases. */
  int matured() {
    while (matured < count && heights[matured] <= clock.height - Unlock.COINBASE_BLOCKS) {
      matured++;
    }
    return matured;
  }

  /** Says that all outputs of the block being made are appended. */
  void closeBlock() {
    if (below.length > 0) {
      below[clock.height + 1] = count;
    }
  }
}
