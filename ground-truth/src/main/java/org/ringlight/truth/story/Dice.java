package org.ringlight.truth.story;

import java.util.List;
import java.util.SplittableRandom;
import org.ringlight.truth.story.plot.Span;

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

  /** A share of {@code amount} within {@code percent}, to the last unit. */
  public long share(long amount, Span percent) {
    return share(amount, percent.lowest(), percent.highest());
  }

  /** How long until something happens that happens once in a while: exponential, of mean 1. */
  public double pause() {
    return -Math.log1p(-random.nextDouble());
  }

  /** One of {@code choices}. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
