package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/**
 * Every output of the amount that is at least 60 blocks old, with the same chance: what daemons
 * served before v0.9.0 (monero v0.8.8.6 src/cryptonote_core/blockchain_storage.cpp,
 * get_random_outs_for_amounts and find_end_of_allowed_index).
 */
public final class UniformPicker implements Picker {

  /** CRYPTONOTE_MINED_MONEY_UNLOCK_WINDOW, here asked of every output. */
  static final int YOUNGEST = 60;

  @Override
  public long pick(OutputSupply supply, RandomGenerator random) {
    return random.nextLong(Usable.outputs(supply, YOUNGEST));
  }

  @Override
  public DecoyModel model(OutputSupply supply) {
    double usable = Usable.outputs(supply, YOUNGEST);
    return new IndexModel(supply, index -> Math.min(1, index / usable));
  }
}
