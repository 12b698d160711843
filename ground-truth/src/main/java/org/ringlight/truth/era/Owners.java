package org.ringlight.truth.era;

import java.util.random.RandomGenerator;

/** Who owns outputs, by number. {@link Space#ANYBODY}'s belong to whoever spends them. */
final class Owners {

  static final int POOLS = 5;
  static final int SOLO_MINERS = 40;
  static final int P2POOL_MINERS = 60;

  private static final int FIRST_POOL = 1;
  private static final int FIRST_SOLO = FIRST_POOL + POOLS;
  private static final int FIRST_P2POOL = FIRST_SOLO + SOLO_MINERS;
  static final int EXCHANGE = FIRST_P2POOL + P2POOL_MINERS;
  private static final int FIRST_USER = EXCHANGE + 1;

  /** Spenders of three transactions in ten are new. */
  private static final int NEW_PERCENT = 30;

  private int users;

  static int pool(int number) {
    return FIRST_POOL + number;
  }

  static int soloMiner(int number) {
    return FIRST_SOLO + number;
  }

  static int p2poolMiner(int number) {
    return FIRST_P2POOL + number;
  }

  static int flooder(int number) {
    return -1 - number;
  }

  static boolean isPool(int owner) {
    return owner >= FIRST_POOL && owner < FIRST_SOLO;
  }

  /** Whether the owner's outputs are listed beside the truth, as a disclosure would. */
  static boolean isListed(int owner) {
    return owner != Space.ANYBODY && owner < FIRST_USER;
  }

  /** Somebody who pays: new, or seen before. */
  int user(RandomGenerator random) {
    return users == 0 || random.nextInt(100) < NEW_PERCENT
        ? FIRST_USER + users++
        : FIRST_USER + random.nextInt(users);
  }

  /** Whether nobody else spends the owner's outputs. */
  static boolean isAlone(int owner) {
    return owner < 0 || (owner >= FIRST_P2POOL && owner < EXCHANGE);
  }

  static String name(int owner) {
    if (owner < 0) {
      return "flooder-" + -owner;
    } else if (owner < FIRST_SOLO) {
      return "pool-" + (owner - FIRST_POOL + 1);
    } else if (owner < FIRST_P2POOL) {
      return "miner-" + (owner - FIRST_SOLO + 1);
    } else if (owner < EXCHANGE) {
      return "p2pool-" + (owner - FIRST_P2POOL + 1);
    }
    return owner == EXCHANGE ? "exchange" : "user-" + (owner - FIRST_USER + 1);
  }
}
