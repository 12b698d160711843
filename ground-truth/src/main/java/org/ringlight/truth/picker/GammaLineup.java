package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/**
 * From v0.14.1.0: a log-gamma age, divided by the mean time between outputs of the last year,
 * counts that many outputs back from the newest usable one; the decoy is any output of the block
 * found there, each with the same chance (monero src/wallet/wallet2.cpp, gamma_picker).
 *
 * <p>What the versions differ in is kept: whether ages are counted from the tip, how long the
 * window of very young picks is, how the mean is rounded, and whether outputs of exactly ten
 * blocks' age can be picked. So is what they share: counting back, an output that opens a block is
 * taken for one of the block before it (std::lower_bound on cumulative counts), so that the newest
 * usable block is never found through its first output.
 */
public final class GammaLineup implements Picker {

  private static final long BLOCKS_IN_A_YEAR = 86400 * 365 / LogGamma.BLOCK_SECONDS;
  private static final int UNLOCK_SECONDS = Usable.SPENDABLE_AGE * LogGamma.BLOCK_SECONDS;

  /** Draws that miss the chain before it is taken for unusable. */
  private static final int PATIENCE = 10_000_000;

  private enum Mean {
    /** Whole seconds, rounded down, even to 0. */
    WHOLE,
    /** Whole seconds unless that would be 0. */
    WHOLE_IF_ANY,
    EXACT
  }

  private final Mean mean;
  private final int windowSeconds;
  private final int youngest;

  private GammaLineup(Mean mean, int windowBlocks, int youngest) {
    this.mean = mean;
    this.windowSeconds = windowBlocks * LogGamma.BLOCK_SECONDS;
    this.youngest = youngest;
  }

  /**
   * v0.14.1.0 to v0.17.2.2. Bugs: ages are counted from the newest usable output, ten blocks behind
   * the tip, so that everything is picked twenty minutes too old; the mean is rounded down to
   * seconds; no output of exactly ten blocks' age is ever picked.
   */
  public static GammaLineup countedFromTheUnlocked() {
    return new GammaLineup(Mean.WHOLE, 0, Usable.SPENDABLE_AGE + 1);
  }

  /**
   * v0.17.2.3: counted from the tip; an age under twenty minutes, not yet spendable, becomes any of
   * the first 100 minutes thereafter. The mean still is whole seconds unless it would be 0.
   */
  public static GammaLineup windowOfFiftyBlocks() {
    return new GammaLineup(Mean.WHOLE_IF_ANY, 50, Usable.SPENDABLE_AGE + 1);
  }

  /** v0.17.3.0 and v0.18.0.0 to v0.18.2.0: that window is half an hour; the mean is exact. */
  public static GammaLineup windowOfFifteenBlocks() {
    return new GammaLineup(Mean.EXACT, 15, Usable.SPENDABLE_AGE + 1);
  }

  /** From v0.18.2.1: outputs of exactly ten blocks' age are picked too. */
  public static GammaLineup withTheTenthBlock() {
    return new GammaLineup(Mean.EXACT, 15, Usable.SPENDABLE_AGE);
  }

  @Override
  public long pick(OutputSupply supply, RandomGenerator random) {
    long usable = Usable.outputs(supply, youngest);
    double secondsPerOutput = secondsPerOutput(supply);
    for (int i = 0; i < PATIENCE; i++) {
      long back = (long) (seconds(random) / secondsPerOutput);
      if (back >= usable) {
        continue;
      }
      long index = usable - 1 - back;
      long height = index == 0 ? supply.firstHeight() : supply.heightOf(index - 1);
      long first = supply.countBelow(height);
      long outputs = supply.countBelow(height + 1) - first;
      if (outputs > 0) {
        return first + random.nextLong(outputs);
      }
    }
    throw new IllegalArgumentException(
        "no pick reaches an output [" + usable + " usable, chain of " + supply.chainHeight() + "]");
  }

  private double seconds(RandomGenerator random) {
    double age = LogGamma.seconds(random);
    if (windowSeconds == 0) {
      return age;
    }
    return age > UNLOCK_SECONDS ? age - UNLOCK_SECONDS : random.nextInt(windowSeconds);
  }

  /** The chance that the time to count back is less than {@code seconds}. */
  private double below(double seconds) {
    if (seconds <= 0) {
      return 0;
    }
    if (windowSeconds == 0) {
      return LogGamma.below(seconds);
    }
    double young = LogGamma.below(UNLOCK_SECONDS);
    double inWindow = Math.min(1, Math.ceil(seconds) / windowSeconds);
    return LogGamma.below(seconds + UNLOCK_SECONDS) - young + young * inWindow;
  }

  private double secondsPerOutput(OutputSupply supply) {
    long height = supply.chainHeight();
    long blocks = Math.min(height - supply.firstHeight(), BLOCKS_IN_A_YEAR);
    long outputs = supply.count() - supply.countBelow(height - blocks);
    long seconds = LogGamma.BLOCK_SECONDS * blocks;
    double whole = outputs == 0 ? 0 : seconds / outputs;
    if (outputs == 0 || (mean == Mean.WHOLE && whole == 0)) {
      throw new IllegalArgumentException(
          "this wallet cannot pick on a chain with "
              + outputs
              + " outputs in "
              + seconds
              + " seconds [height "
              + height
              + "]");
    }
    return mean == Mean.EXACT || whole == 0 ? seconds / (double) outputs : whole;
  }

  @Override
  public DecoyModel model(OutputSupply supply) {
    long usable = Usable.outputs(supply, youngest);
    double secondsPerOutput = secondsPerOutput(supply);
    double[] mass = new double[Math.toIntExact(supply.chainHeight())];
    long last = supply.chainHeight() - youngest;
    double nearer = 0;
    for (long height = last; height >= supply.firstHeight(); height--) {
      long first = supply.countBelow(height);
      if (supply.countBelow(height + 1) == first) {
        continue;
      }
      // from this block's second output (or the first of the space) to the next one's first
      long reach = height == supply.firstHeight() ? usable : usable - 1 - first;
      double farther = below(reach * secondsPerOutput);
      mass[(int) height] = farther - nearer;
      nearer = farther;
    }
    return BlockModel.normalised(supply, mass);
  }
}
