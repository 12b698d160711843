package org.ringlight.truth.picker;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * Tests whether the decoys of real rings are what a wallet version would have chosen. For each ring
 * the version makes {@value #REPLICATES} rings of its own for the same spend on the same chain, so
 * that the chain's own outputs, locks, and the fact that members differ are all accounted for.
 *
 * <ul>
 *   <li>Chi-square, two samples: real ages in blocks against those of the replicates, in at most
 *       {@value #BINS} bins of about the same number.
 *   <li>Kolmogorov-Smirnov: the place of each decoy among the replicates of its own ring, ties
 *       broken at random, is uniform from 0 to 1 if the version is right. This test knows the
 *       height of each ring and sees what the pooled ages hide.
 * </ul>
 *
 * <p>Both take decoys for independent. Those of one ring differ from each other and so spread a
 * little more evenly than that: p-values are on the safe side, rejecting a right version less often
 * than they say.
 */
public final class DecoyFit {

  /** Rings made for each real one. */
  static final int REPLICATES = 100;

  /** At most so many bins of ages. */
  static final int BINS = 20;

  /** At least so many decoys expected in each. */
  private static final int FEWEST = 10;

  private final ChainSupply chain;
  private final List<KnownRing> rings;
  private final int decoys;

  private DecoyFit(ChainSupply chain, List<KnownRing> rings) {
    this.chain = chain;
    this.rings = rings;
    this.decoys = rings.stream().mapToInt(ring -> ring.members().size() - 1).sum();
  }

  /**
   * Takes the rings to test.
   *
   * @param chain at least as high as the highest ring
   * @throws IllegalArgumentException if they have too few decoys for two bins
   */
  public static DecoyFit of(ChainSupply chain, List<KnownRing> rings) {
    DecoyFit fit = new DecoyFit(chain, List.copyOf(rings));
    if (fit.decoys < 2 * FEWEST) {
      throw new IllegalArgumentException(fit.decoys + " decoys are too few to test");
    }
    return fit;
  }

  /** Tests against {@code maker}; the same seed gives the same figures. */
  public FitResult against(RingMaker maker, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    long[] real = new long[Math.toIntExact(chain.chainHeight()) + 1];
    long[] made = new long[real.length];
    double[] places = new double[decoys];
    int tested = 0;
    for (KnownRing ring : rings) {
      ChainSupply supply = chain.at(ring.chainHeight());
      long[] candidates = replicates(maker, supply, ring, random);
      for (long candidate : candidates) {
        made[age(supply, candidate)]++;
      }
      for (long member : ring.members()) {
        if (member != ring.trueIndex()) {
          real[age(supply, member)]++;
          places[tested++] = place(candidates, member, random);
        }
      }
    }
    return result(real, made, places);
  }

  private static int age(ChainSupply supply, long index) {
    return Math.toIntExact(supply.chainHeight() - supply.heightOf(index));
  }

  /** The decoys of all replicates of one ring, ascending. */
  private static long[] replicates(
      RingMaker maker, ChainSupply supply, KnownRing ring, RandomGenerator random) {
    int size = ring.members().size();
    long[] candidates = new long[REPLICATES * (size - 1)];
    int filled = 0;
    for (int i = 0; i < REPLICATES; i++) {
      for (long member : maker.ring(supply, ring.trueIndex(), size, random)) {
        if (member != ring.trueIndex()) {
          candidates[filled++] = member;
        }
      }
    }
    Arrays.sort(candidates);
    return candidates;
  }

  /** Where {@code member} stands among {@code sorted}, from 0 to 1; at random among its equals. */
  private static double place(long[] sorted, long member, RandomGenerator random) {
    int below = firstNotBelow(sorted, member);
    int equal = firstNotBelow(sorted, member + 1) - below;
    return (below + random.nextDouble() * (equal + 1)) / (sorted.length + 1);
  }

  private static int firstNotBelow(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private FitResult result(long[] real, long[] made, double[] places) {
    long[][] bins = bins(real, made);
    var chiSquare = ChiSquareTest.withDefaults().test(bins[0], bins[1]);
    var smirnov = KolmogorovSmirnovTest.withDefaults().test(places, place -> place);
    return new FitResult(
        decoys,
        chiSquare.getStatistic(),
        bins[0].length - 1,
        chiSquare.getPValue(),
        smirnov.getStatistic(),
        smirnov.getPValue());
  }

  /**
   * Ages gathered, youngest first, until each bin has its share of the replicates; what is left
   * over goes to the last one.
   */
  private long[][] bins(long[] real, long[] made) {
    int wanted = Math.max(2, Math.min(BINS, decoys / FEWEST));
    long share = Math.max(1, Arrays.stream(made).sum() / wanted);
    long[][] bins = new long[2][wanted + 1];
    int bin = 0;
    for (int age = 0; age < made.length; age++) {
      bins[0][bin] += real[age];
      bins[1][bin] += made[age];
      if (bins[1][bin] >= share && bin < wanted) {
        bin++;
      }
    }
    if (bin > 0 && bins[1][bin] < share) {
      bins[0][bin - 1] += bins[0][bin];
      bins[1][bin - 1] += bins[1][bin];
      bin--;
    }
    if (bin == 0) {
      throw new IllegalArgumentException("all decoys are of one age: nothing to test");
    }
    return new long[][] {Arrays.copyOf(bins[0], bin + 1), Arrays.copyOf(bins[1], bin + 1)};
  }
}
