package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chains for the tests of this package. */
final class Supplies {

  private Supplies() {}

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** RingCT: a coinbase output a block, and up to {@code most} others from {@code start} on. */
  static ChainSupply ringct(int blocks, int start, int most) {
    return of(OutputSupply.RINGCT, blocks, start, most);
  }

  static ChainSupply of(long indexSpace, int blocks, int start, int most) {
    RandomGenerator random = random(blocks);
    int[] outputs = new int[blocks];
    int[] coinbases = new int[blocks];
    for (int height = 1; height < blocks; height++) {
      coinbases[height] = 1;
      outputs[height] = 1 + (height < start ? 0 : random.nextInt(most + 1));
    }
    return ChainSupply.of(indexSpace, outputs, coinbases);
  }
}
