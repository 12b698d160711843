package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/**
 * How one decoy is drawn. Pickers have no state: one may serve any number of threads, each with a
 * generator of its own, and the same generator state gives the same draws on every machine.
 */
public interface Picker {

  /**
   * One candidate; the same index may come again. Allocates nothing.
   *
   * @return an index of {@code supply}, old enough for this picker though perhaps {@linkplain
   *     OutputSupply#isLocked locked}
   * @throws IllegalArgumentException if this picker can choose nothing in {@code supply}
   */
  long pick(OutputSupply supply, RandomGenerator random);

  /** How likely each output of {@code supply} is to be drawn. */
  DecoyModel model(OutputSupply supply);
}
