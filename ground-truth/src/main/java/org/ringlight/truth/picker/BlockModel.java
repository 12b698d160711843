package org.ringlight.truth.picker;

/** A model in which the outputs of one block are all equally likely. */
final class BlockModel implements DecoyModel {

  private final OutputSupply supply;
  private final double[] mass;

  private BlockModel(OutputSupply supply, double[] mass) {
    this.supply = supply;
    this.mass = mass;
  }

  /**
   * @param mass for each height, in any unit; kept
   */
  static BlockModel normalised(OutputSupply supply, double[] mass) {
    if (!(normalise(mass) > 0)) {
      throw new IllegalArgumentException("no pick reaches an output [" + supply + "]");
    }
    return new BlockModel(supply, mass);
  }

  /**
   * Has the parts sum to 1; returns what they summed to, of which nothing is made where it is 0.
   */
  static double normalise(double[] mass) {
    double total = 0;
    for (double part : mass) {
      total += part;
    }
    for (int height = 0; height < mass.length; height++) {
      mass[height] /= total;
    }
    return total;
  }

  @Override
  public double atIndex(long amountIndex) {
    long height = supply.heightOf(amountIndex);
    return mass[(int) height] / (supply.countBelow(height + 1) - supply.countBelow(height));
  }

  @Override
  public double atHeight(long height) {
    return mass[(int) height];
  }

  @Override
  public double[] byHeight() {
    return mass.clone();
  }

  @Override
  public DecoyModel unlocked() {
    return UnlockedModel.of(supply, this);
  }
}
