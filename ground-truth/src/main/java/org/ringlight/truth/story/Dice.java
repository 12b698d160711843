package org.ringlight.truth.story;

import java.util.List;
import java.util.SplittableRandom;

/** The chances of one actor: the same for the same seed and name, whatever the others do. */
public final class Dice {

  private final SplittableRandom random;

  public Dice(long seed, String name) {
    this.random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + name.hashCode());
  }

  /** True with a chance of {@code percent} in 100. */
  public boolean hits(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from {@code lowest} to {@code highest}, both included. */
  public int between(int lowest, int highest) {
    return random.nextInt(lowest, highest + 1);
  }

  /** Between {@code lowest} and {@code highest} percent of {@code amount}, to the last unit. */
  public long share(long amount, int lowest, int highest) {
    return random.nextLong(amount / 100 * lowest, amount / 100 * highest + 1);
  }

  /** One of {@code choices}. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
