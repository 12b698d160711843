package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/**
 * The chance of an output rises in proportion to its index, the newest of at least ten blocks' age
 * being the likeliest: √U · n. Daemons from v0.9.0 (monero v0.9.0
 * src/cryptonote_core/blockchain.cpp, get_random_outs_for_amounts), wallets from v0.10.0 (monero
 * v0.10.0 src/wallet/wallet2.cpp, get_outs, over the histogram's unlocked outputs).
 */
public final class TriangularPicker implements Picker {

  @Override
  public long pick(OutputSupply supply, RandomGenerator random) {
    return pick(Usable.outputs(supply, Usable.SPENDABLE_AGE), random);
  }

  @Override
  public DecoyModel model(OutputSupply supply) {
    long usable = Usable.outputs(supply, Usable.SPENDABLE_AGE);
    return new IndexModel(supply, index -> below(index, usable));
  }

  /** One of {@code usable} indices. */
  static long pick(long usable, RandomGenerator random) {
    long index = (long) (Math.sqrt(random.nextDouble()) * usable);
    return index == usable ? index - 1 : index;
  }

  /** The chance of an index below {@code index}, of {@code usable}. */
  static double below(long index, long usable) {
    double share = Math.max(0, Math.min(1, (double) index / usable));
    return share * share;
  }
}
