package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/** Anything that makes rings: a {@link WalletVersion}, or other software under suspicion. */
@FunctionalInterface
public interface RingMaker {

  /**
   * The members of the ring for a spend.
   *
   * @param supply the chain as the maker saw it
   * @param trueIndex the output spent, in {@code supply}
   * @param ringSize members wanted
   * @return {@code ringSize} different indices, ascending, {@code trueIndex} among them
   * @throws IllegalArgumentException if {@code supply} has too few usable outputs
   */
  long[] ring(OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random);
}
