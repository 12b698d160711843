package org.ringlight.analytics.contrast;

import java.util.Arrays;

/**
 * What descends from some outputs in a world: a transaction that spends one of them passes it on to
 * all that it makes, one hop further. Nothing is said of values. Not for several threads.
 */
public final class Descent {

  /** In place of a number of hops: does not descend. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final Choices choices;
  private final int[] sources;
  private final int[] hops;

  /**
   * @param sources numbers of {@link Choices} where it begins
   */
  public Descent(Choices choices, int... sources) {
    this.choices = choices;
    this.sources = sources.clone();
    hops = new int[choices.outputs()];
  }

  /** Follows it through the present world, as far as {@code most} hops. */
  public void follow(Worlds world, int most) {
    Arrays.fill(hops, NEVER);
    for (int source : sources) {
      hops[source] = 0;
    }
    int spend = 0;
    for (int tx = 0; tx < choices.transactions; tx++) {
      int nearest = NEVER;
      for (; spend < choices.spends && choices.transactionOf[spend] == tx; spend++) {
        nearest = Math.min(nearest, hops[world.spent(spend)]);
      }
      if (nearest < most) {
        for (int i = choices.madeFirst[tx]; i < choices.madeFirst[tx + 1]; i++) {
          hops[choices.made[i]] = Math.min(hops[choices.made[i]], nearest + 1);
        }
      }
    }
  }

  /** How many hops lie between a source and an output, or {@link #NEVER}. */
  public int hops(int output) {
    return hops[output];
  }
}
