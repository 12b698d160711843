package org.ringlight.truth.picker;

/** Another model, given that the draw is not locked. */
final class UnlockedModel implements DecoyModel {

  private final OutputSupply supply;
  private final DecoyModel draws;
  private final double[] mass;
  private final double unlocked;

  private UnlockedModel(OutputSupply supply, DecoyModel draws, double[] mass, double unlocked) {
    this.supply = supply;
    this.draws = draws;
    this.mass = mass;
    this.unlocked = unlocked;
  }

  static UnlockedModel of(OutputSupply supply, DecoyModel draws) {
    double[] mass = draws.byHeight();
    for (int height = 0; height < mass.length; height++) {
      if (mass[height] > 0) {
        long end = supply.countBelow(height + 1);
        for (long index = supply.countBelow(height); index < end; index++) {
          if (supply.isLocked(index)) {
            mass[height] -= draws.atIndex(index);
          }
        }
        mass[height] = Math.max(0, mass[height]);
      }
    }
    double total = BlockModel.normalise(mass);
    if (!(total > 0)) {
      throw new IllegalArgumentException("every output that can be picked is locked");
    }
    return new UnlockedModel(supply, draws, mass, total);
  }

  @Override
  public double atIndex(long amountIndex) {
    return supply.isLocked(amountIndex) ? 0 : draws.atIndex(amountIndex) / unlocked;
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
    return this;
  }
}
