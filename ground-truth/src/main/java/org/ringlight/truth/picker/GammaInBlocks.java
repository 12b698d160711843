package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/**
 * v0.13 and v0.14.0: a log-gamma age in seconds, divided by 120, counts that many blocks back from
 * the tip; the decoy is any output found there, each with the same chance; picks younger than ten
 * blocks are repeated (monero v0.13.0.2 and v0.13.0.4 src/wallet/wallet2.cpp, get_outs,
 * pick_gamma).
 */
public final class GammaInBlocks implements Picker {

  /** GAMMA_PICK_HALF_WINDOW. */
  private static final int HALF_WINDOW = 5;

  /** Draws that miss the chain before it is taken for unusable. */
  private static final int PATIENCE = 10_000_000;

  private enum Reach {
    ONE_BLOCK,
    WIDENED
  }

  private final Reach reach;

  private GammaInBlocks(Reach reach) {
    this.reach = reach;
  }

  /**
   * v0.13.0.2 and v0.13.0.3: the one block that far back; where it has no output, the last one
   * before it.
   */
  public static GammaInBlocks ofOneBlock() {
    return new GammaInBlocks(Reach.ONE_BLOCK);
  }

  /**
   * v0.13.0.4 to v0.14.0.2: up to five blocks to either side are taken in while the outermost ones
   * have at most one output each. Bug: the outputs are counted in those blocks but taken from one
   * block later on.
   */
  public static GammaInBlocks widened() {
    return new GammaInBlocks(Reach.WIDENED);
  }

  @Override
  public long pick(OutputSupply supply, RandomGenerator random) {
    long usable = Usable.outputs(supply, Usable.SPENDABLE_AGE);
    long blocks = supply.chainHeight() - supply.firstHeight();
    for (int i = 0; i < PATIENCE; i++) {
      long back = (long) (LogGamma.seconds(random) / LogGamma.BLOCK_SECONDS);
      if (back < blocks - 1) {
        long centre = blocks - 2 - back;
        long outputs = outputs(supply, centre);
        long index =
            outputs == 0
                ? before(supply, centre)
                : first(supply, centre) + random.nextLong(outputs);
        if (index < usable) {
          return index;
        }
      }
    }
    throw new IllegalArgumentException(
        "no pick reaches an output [" + usable + " usable, chain of " + supply.chainHeight() + "]");
  }

  @Override
  public DecoyModel model(OutputSupply supply) {
    int usable = Math.toIntExact(Usable.outputs(supply, Usable.SPENDABLE_AGE));
    long blocks = supply.chainHeight() - supply.firstHeight();
    double[] below = new double[usable + 1];
    for (long back = 0; back < blocks - 1; back++) {
      double mass =
          LogGamma.below((back + 1.0) * LogGamma.BLOCK_SECONDS)
              - LogGamma.below((double) back * LogGamma.BLOCK_SECONDS);
      long centre = blocks - 2 - back;
      long outputs = outputs(supply, centre);
      long first = outputs == 0 ? before(supply, centre) : first(supply, centre);
      long end = Math.min(usable, first + Math.max(1, outputs));
      for (long index = first; index < end; index++) {
        below[(int) index + 1] += mass / Math.max(1, outputs);
      }
    }
    for (int index = 0; index < usable; index++) {
      below[index + 1] += below[index];
    }
    double total = below[usable];
    if (!(total > 0)) {
      throw new IllegalArgumentException("no pick reaches an output [" + supply + "]");
    }
    return new IndexModel(supply, index -> below[(int) Math.min(index, usable)] / total);
  }

  /** The wallet's rct_offsets: outputs up to and with a block, blocks counted from the first. */
  private static long through(OutputSupply supply, long block) {
    return block < 0 ? 0 : supply.countBelow(supply.firstHeight() + block + 1);
  }

  /** Where the outputs of a pick begin. */
  private long first(OutputSupply supply, long centre) {
    return through(supply, Math.max(0, centre - halfWindow(supply, centre)));
  }

  /** How many outputs a pick is made of. */
  private long outputs(OutputSupply supply, long centre) {
    if (reach == Reach.ONE_BLOCK) {
      return through(supply, centre + 1) - through(supply, centre);
    }
    int half = halfWindow(supply, centre);
    long newest = supply.chainHeight() - supply.firstHeight() - 1;
    return through(supply, Math.min(newest, centre + half))
        - through(supply, Math.max(0, centre - half) - 1);
  }

  /** What is picked where there is nothing. */
  private static long before(OutputSupply supply, long centre) {
    return Math.max(0, through(supply, centre) - 1);
  }

  private int halfWindow(OutputSupply supply, long centre) {
    if (reach == Reach.ONE_BLOCK) {
      return 0;
    }
    long newest = supply.chainHeight() - supply.firstHeight() - 1;
    for (int half = 0; half < HALF_WINDOW; half++) {
      long low = Math.max(0, centre - half);
      long high = Math.min(newest, centre + half);
      if (through(supply, low) - through(supply, low - 1) > 1
          || through(supply, high) - through(supply, high - 1) > 1
          || (low == 0 && high >= newest - 1)) {
        return half;
      }
    }
    return HALF_WINDOW;
  }
}
