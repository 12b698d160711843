package org.ringlight.truth.era;

import java.util.random.RandomGenerator;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.rules.RingSizes;

/** What wallets make of each hard fork's rules: ring sizes, versions and types in their shares. */
final class EraRules {

  /** Ring sizes while zero-mixin was allowed: six rings in ten have a single member. */
  private static final int[] FREE_SIZES = {1, 1, 1, 1, 1, 1, 2, 3, 4, 4, 5, 7};

  /** Ring sizes above the minimum of 3 and of 5, before all had to be equal. */
  private static final int[] CHOSEN_EXTRA = {0, 0, 0, 0, 0, 0, 1, 2, 2, 4, 6, 8};

  private EraRules() {}

  /** Members of a ring that can be mixed. */
  static int ringSize(int hardFork, RandomGenerator random) {
    if (hardFork == 1) {
      return FREE_SIZES[random.nextInt(FREE_SIZES.length)];
    } else if (hardFork < 8) {
      return RingSizes.minimum(hardFork) + CHOSEN_EXTRA[random.nextInt(CHOSEN_EXTRA.length)];
    } else if (hardFork == 15) {
      return random.nextInt(100) < 40 ? 11 : 16;
    }
    return RingSizes.minimum(hardFork);
  }

  /** Of a hundred transactions, how many spend outputs of amounts in clear. */
  static int clearPercent(int hardFork) {
    return switch (hardFork) {
      case 1, 2, 3 -> 100;
      case 4 -> 70;
      case 5 -> 45;
      case 6 -> 25;
      case 7 -> 12;
      default -> 3;
    };
  }

  /** Whether a transaction over amounts in clear that can be mixed stays at version 1. */
  static boolean staysVersion1(int hardFork, RandomGenerator random) {
    return hardFork < 4 || (hardFork < 6 && random.nextInt(100) < 50);
  }

  /** The RingCT type of a transaction of the time. */
  static RingCtType type(int hardFork, int inputs, RandomGenerator random) {
    RingCtType borromean = inputs == 1 ? RingCtType.FULL : RingCtType.SIMPLE;
    boolean early = random.nextInt(100) < 50;
    return switch (hardFork) {
      case 1, 2, 3 -> throw new IllegalArgumentException("no RingCT in hard fork " + hardFork);
      case 4, 5, 6, 7 -> borromean;
      case 8 -> early ? RingCtType.BULLETPROOF : borromean;
      case 9 -> RingCtType.BULLETPROOF;
      case 10 -> early ? RingCtType.BULLETPROOF2 : RingCtType.BULLETPROOF;
      case 11, 12 -> RingCtType.BULLETPROOF2;
      case 13 -> early ? RingCtType.CLSAG : RingCtType.BULLETPROOF2;
      case 14 -> RingCtType.CLSAG;
      case 15 -> early ? RingCtType.BULLETPROOF_PLUS : RingCtType.CLSAG;
      default -> RingCtType.BULLETPROOF_PLUS;
    };
  }

  /** Whether all rings of a transaction have one size: RingCT asks it, hard fork 12 of all. */
  static boolean oneRingSize(Draft draft, int hardFork) {
    return draft.version == 2 || hardFork >= 12;
  }

  /** Whether no two members of a ring may be the same. */
  static boolean membersDiffer(int hardFork) {
    return hardFork >= 6;
  }

  /** Whether rings stand in the order of their key images. */
  static boolean ringsSorted(int hardFork) {
    return hardFork >= 7;
  }

  /** Of so many outputs of an amount, whether more than a ring's decoys exist. */
  static boolean mixable(long outputs, int hardFork) {
    return outputs > Math.max(2, RingSizes.minimum(hardFork) - 1);
  }
}
