package org.ringlight.truth.era;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All outputs of a chain while it is made, and which of them may be spent. A coin is an output
 * written as a long: the space's ordinal above, the index below. Not thread-safe.
 */
final class Ledger {

  /** No coin. */
  static final long NONE = -1;

  /** Blocks before an output may be spent or used in a ring, which is how wallets do it. */
  static final int SPENDABLE_AGE = 10;

  /** Blocks from the one asked for, and coins, looked at before another age is drawn. */
  private static final int TRIES = 600;

  private final List<Space> spaces = new ArrayList<>();
  private final Map<Long, Space> byAmount = new HashMap<>();

  private final Unspent unspentRingCt;
  private final Unspent unspentClear;
  private final Space.Clock clock = new Space.Clock();

  Ledger(int blocks) {
    unspentRingCt = new Unspent(blocks, spaces);
    unspentClear = new Unspent(blocks, spaces);
    Space ringCt = Space.ringCt(clock, blocks);
    spaces.add(ringCt);
    byAmount.put(0L, ringCt);
  }

  /** Whether a coin's amount is hidden or in clear. */
  enum Kind {
    RING_CT,
    CLEAR
  }

  static int index(long coin) {
    return (int) coin;
  }

  static int ordinal(long coin) {
    return (int) (coin >>> 32);
  }

  Space space(long coin) {
    return spaces.get(ordinal(coin));
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
      known = Space.denomination(amount, spaces.size(), clock);
      spaces.add(known);
      byAmount.put(amount, known);
    }
    return known;
  }

  /** Appends an output to the block being closed; returns its coin. */
  long append(long amount, int owner, boolean fromCoinbase) {
    Space space = of(amount);
    long coin = coin(space, space.append(owner, fromCoinbase));
    unspent(space).append(coin, clock.height);
    return coin;
  }

  /** Counts a coin as spent; one that is already stays so. */
  void spend(long coin) {
    unspent(space(coin)).spend(coin);
  }

  private Unspent unspent(Space space) {
    return space.ordinal() == 0 ? unspentRingCt : unspentClear;
  }

  /** From now on outputs are appended to the block at this height. */
  void openBlock(int blockHeight) {
    clock.height = blockHeight;
  }

  /** All outputs of the block are appended. */
  void closeBlock() {
    spaces.get(0).closeBlock();
    unspentRingCt.close(clock.height);
    unspentClear.close(clock.height);
  }

  /**
   * How many outputs of a space any wallet would use in a ring now, the pickiest being the first:
   * those at least 60 blocks old.
   */
  int ringable(Space space) {
    return space.matured() - space.locked();
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
    return clock.height - space.height(index) >= SPENDABLE_AGE
        && !space.isLocked(index)
        && !unspent(space).isGone(coin);
  }

  /**
   * A spendable coin about as old as asked for.
   *
   * @param owner whose it may be besides {@link Space#ANYBODY}'s; with {@code ANYBODY} everybody's
   * @return {@link #NONE} where none is near
   */
  long near(Kind kind, int targetHeight, int owner, RandomGenerator random) {
    int newest = clock.height - SPENDABLE_AGE;
    Unspent unspent = kind == Kind.RING_CT ? unspentRingCt : unspentClear;
    int older = unspent.olderWithSome(Math.min(targetHeight, newest));
    int newer = targetHeight + 1;
    for (int tries = TRIES; tries > 0; ) {
      int back = older < 0 ? Integer.MAX_VALUE : targetHeight - older;
      if (back > newer - targetHeight) {
        newer = unspent.newerWithSome(newer);
      }
      int ahead = newer > newest ? Integer.MAX_VALUE : newer - targetHeight;
      if (Math.min(back, ahead) > TRIES) {
        return NONE;
      }
      int block = back <= ahead ? older : newer;
      long found = inBlock(unspent, block, owner, random);
      if (found != NONE) {
        return found;
      }
      tries -= unspent.left(block);
      if (back <= ahead) {
        older = unspent.olderWithSome(older - 1);
      } else {
        newer++;
      }
    }
    return NONE;
  }

  private long inBlock(Unspent unspent, int block, int owner, RandomGenerator random) {
    int left = unspent.left(block);
    int start = random.nextInt(left);
    for (int i = 0; i < left; i++) {
      long coin = unspent.coin(block, (start + i) % left);
      if (!space(coin).isLocked(index(coin)) && allowed(coin, owner)) {
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
}
