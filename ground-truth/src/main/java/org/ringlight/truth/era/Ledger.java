package org.ringlight.truth.era;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ringlight.protocol.rules.Unlock;

/**
 * All outputs of a chain while it is made, and which of them may be spent. A coin is an output
 * written as a long: the space's ordinal above, the index below. Not thread-safe.
 */
final class Ledger {

  /** No coin. */
  static final long NONE = -1;

  /** Blocks before an output may be spent or used in a ring, which is how wallets do it. */
  static final int SPENDABLE_AGE = 10;

  /** Coins looked at before another age is drawn. */
  private static final int TRIES = 600;

  private final List<Space> spaces = new ArrayList<>();
  private final Map<Long, Space> byAmount = new HashMap<>();

  /** Coins of amounts in clear, in chain order, and how many there were before each block. */
  private long[] clear = new long[1024];

  private final int[] clearBelow;
  private final int[] unspentRingCt;
  private final int[] unspentClear;
  private int clearCount;
  private final Space.Clock clock = new Space.Clock();

  Ledger(int blocks) {
    unspentRingCt = new int[blocks];
    unspentClear = new int[blocks];
    Space ringCt = Space.ringCt(clock, unspentRingCt);
    spaces.add(ringCt);
    byAmount.put(0L, ringCt);
    clearBelow = new int[blocks + 1];
  }

  /** Whether a coin's amount is hidden or in clear. */
  enum Kind {
    RING_CT,
    CLEAR
  }

  static int index(long coin) {
    return (int) coin;
  }

  Space space(long coin) {
    return spaces.get((int) (coin >>> 32));
  }

  Space ringCt() {
    return spaces.get(0);
  }

  /** The spaces of amounts in clear. */
  List<Space> denominations() {
    return spaces.subList(1, spaces.size());
  }

  static long coin(Space space, int index) {
    return (long) space.ordinal() << 32 | index;
  }

  /** The space of this amount, made if it is new. */
  Space of(long amount) {
    Space known = byAmount.get(amount);
    if (known == null) {
      known = Space.denomination(amount, spaces.size(), clock, unspentClear);
      spaces.add(known);
      byAmount.put(amount, known);
    }
    return known;
  }

  /** Appends an output to the block being closed; returns its coin. */
  long append(long amount, int owner, boolean fromCoinbase) {
    Space space = of(amount);
    long coin = coin(space, space.append(owner, fromCoinbase));
    if (amount != 0) {
      if (clearCount == clear.length) {
        clear = Arrays.copyOf(clear, clearCount + clearCount / 2);
      }
      clear[clearCount++] = coin;
    }
    return coin;
  }

  /** From now on outputs are appended to the block at this height. */
  void openBlock(int blockHeight) {
    clock.height = blockHeight;
  }

  /** All outputs of the block are appended. */
  void closeBlock() {
    spaces.get(0).closeBlock();
    clearBelow[clock.height + 1] = clearCount;
  }

  /**
   * How many outputs of a space any wallet would use in a ring now, the pickiest being the first:
   * those at least 60 blocks old.
   */
  int ringable(Space space) {
    return (int) space.countAged(Unlock.COINBASE_BLOCKS) - space.locked();
  }

  /** The lowest index of a space that could be in a ring, of which there must be one. */
  long firstUnlocked(Space space) {
    int index = 0;
    while (space.isLocked(index)) {
      index++;
    }
    return index;
  }

  /** Whether a transaction in the block being made may spend it, whoever owns it. */
  boolean spendable(long coin) {
    Space space = space(coin);
    int index = index(coin);
    if (space.isGone(index)) {
      return false;
    }
    return clock.height - space.height(index) >= SPENDABLE_AGE && !space.isLocked(index);
  }

  /**
   * A spendable coin about as old as asked for.
   *
   * @param owner whose it may be besides {@link Space#ANYBODY}'s; with {@code ANYBODY} everybody's
   * @return {@link #NONE} where none is near
   */
  long near(Kind kind, int targetHeight, int owner, RandomGenerator random) {
    int newest = clock.height - SPENDABLE_AGE;
    int[] unspent = kind == Kind.RING_CT ? unspentRingCt : unspentClear;
    int tries = TRIES;
    for (int away = 0; tries > 0 && away <= newest; away++) {
      int older = targetHeight - away;
      int newer = targetHeight + away;
      tries--;
      if (older >= 0 && unspent[older] > 0) {
        tries -= unspent[older];
        long found = inBlock(kind, older, owner, random);
        if (found != NONE) {
          return found;
        }
      }
      if (away > 0 && newer <= newest && unspent[newer] > 0) {
        tries -= unspent[newer];
        long found = inBlock(kind, newer, owner, random);
        if (found != NONE) {
          return found;
        }
      }
    }
    return NONE;
  }

  private long inBlock(Kind kind, int block, int owner, RandomGenerator random) {
    int from = below(kind, block);
    int size = below(kind, block + 1) - from;
    int start = random.nextInt(size);
    for (int i = 0; i < size; i++) {
      int place = from + (start + i) % size;
      long coin = kind == Kind.RING_CT ? place : clear[place];
      if (spendable(coin) && allowed(coin, owner)) {
        return coin;
      }
    }
    return NONE;
  }

  private boolean allowed(long coin, int owner) {
    int known = space(coin).ownerOf(index(coin));
    return known == owner
        || known == Space.ANYBODY
        || (owner == Space.ANYBODY && !Owners.isAlone(known));
  }

  private int below(Kind kind, int block) {
    return kind == Kind.RING_CT ? (int) spaces.get(0).countBelow(block) : clearBelow[block];
  }
}
