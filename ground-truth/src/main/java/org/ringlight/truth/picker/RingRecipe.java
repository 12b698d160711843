package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/** How a ring comes of single draws, which is not the same as drawing its decoys one by one. */
enum RingRecipe {
  /** The daemon draws, the wallet takes the oldest: {@link DaemonRing}. */
  DAEMON {
    @Override
    long[] ring(
        Picker picker, OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
      return DaemonRing.of(picker, supply, trueIndex, ringSize, random);
    }
  },

  /** The wallet draws more than it needs and takes any of them: v0.10.0 to v0.18.3.1. */
  SHUFFLED {
    @Override
    long[] ring(
        Picker picker, OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
      return new WalletRing(picker, supply, trueIndex, ringSize, random).ofAny();
    }
  },

  /** The wallet draws more than it needs and takes those it drew first: from v0.18.3.2. */
  FIRST_PICKED {
    @Override
    long[] ring(
        Picker picker, OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
      return new WalletRing(picker, supply, trueIndex, ringSize, random).ofFirst();
    }
  };

  abstract long[] ring(
      Picker picker, OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random);
}
