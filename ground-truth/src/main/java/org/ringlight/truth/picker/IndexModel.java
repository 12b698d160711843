package org.ringlight.truth.picker;

import java.util.function.LongToDoubleFunction;

/** A model known by its cumulative function over indices. */
final class IndexModel implements DecoyModel {

  private final OutputSupply supply;
  private final LongToDoubleFunction below;

  /**
   * @param below the chance of an index below the given one: 0 for 0, 1 for the number of outputs
   */
  IndexModel(OutputSupply supply, LongToDoubleFunction below) {
    this.supply = supply;
    this.below = below;
  }

  @Override
  public double atIndex(long amountIndex) {
    return below.applyAsDouble(amountIndex + 1) - below.applyAsDouble(amountIndex);
  }

  @Override
  public double atHeight(long height) {
    return below.applyAsDouble(supply.countBelow(height + 1))
        - below.applyAsDouble(supply.countBelow(height));
  }

  @Override
  public double[] byHeight() {
    double[] mass = new double[Math.toIntExact(supply.chainHeight())];
    for (int height = 0; height < mass.length; height++) {
      mass[height] = atHeight(height);
    }
    return mass;
  }

  @Override
  public DecoyModel unlocked() {
    return UnlockedModel.of(supply, this);
  }
}
