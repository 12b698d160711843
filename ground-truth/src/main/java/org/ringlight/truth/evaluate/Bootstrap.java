package org.ringlight.truth.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How far chance alone may have moved the calibration. Whole transactions are drawn anew, with
 * replacement, because the rings of one are made by one wallet at one time: Efron and Tibshirani,
 * "An Introduction to the Bootstrap", 1993, chapters 8 and 13. The draws are seeded; the same rings
 * give the same intervals.
 */
final class Bootstrap {

  private static final long SEED = 0x52494e47L;
  private static final int FEW = 50_000;
  private static final int DRAWS_OF_FEW = 1000;
  private static final int DRAWS_OF_MANY = 200;

  private final Bins bins;
  private final BinSums observed;
  private final BinSums[] drawn;
  private final double chanceError;

  Bootstrap(Bins bins) {
    this.bins = bins;
    int draws = bins.size() <= FEW ? DRAWS_OF_FEW : DRAWS_OF_MANY;
    this.observed = observe();
    this.drawn = repeat(draws, this::draw);
    this.chanceError =
        quantile(
            Arrays.stream(repeat(draws, this::calibrated))
                .mapToDouble(BinSums::calibrationError)
                .toArray(),
            0.95);
  }

  private static BinSums[] repeat(int draws, IntFunction<BinSums> draw) {
    return IntStream.range(0, draws).parallel().mapToObj(draw).toArray(BinSums[]::new);
  }

  private BinSums observe() {
    BinSums sums = new BinSums();
    for (int ring = 0; ring < bins.size(); ring++) {
      add(sums, ring);
    }
    return sums;
  }

  private void add(BinSums sums, int ring) {
    sums.add(
        bins.bin()[ring], bins.confidence()[ring], bins.right()[ring] ? bins.credit()[ring] : 0);
  }

  /** As many transactions as there are, each drawn from all. */
  private BinSums draw(int number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    BinSums sums = new BinSums();
    for (int i = 0; i < bins.transactions(); i++) {
      int transaction = random.nextInt(bins.transactions());
      int end = bins.firstOfTx()[transaction + 1];
      for (int ring = bins.firstOfTx()[transaction]; ring < end; ring++) {
        add(sums, ring);
      }
    }
    return sums;
  }

  /** The same confidences on a chain where each is exactly as often right as it says. */
  private BinSums calibrated(int number) {
    SplittableRandom random = new SplittableRandom(~SEED + number);
    BinSums sums = new BinSums();
    for (int ring = 0; ring < bins.size(); ring++) {
      double confidence = bins.confidence()[ring];
      double credit = bins.credit()[ring];
      sums.add(
          bins.bin()[ring], confidence, random.nextDouble() * credit < confidence ? credit : 0);
    }
    return sums;
  }

  /** Share of rings whose top member is the true one; percentile interval. */
  Estimate top1() {
    double[] shares = Arrays.stream(drawn).mapToDouble(BinSums::top1).toArray();
    return percentiles(observed.top1(), shares);
  }

  /**
   * The calibration error. A drawn one has the noise of two samples and is too large by about as
   * much as the observed one is; the basic interval, mirrored at the observed value, takes that
   * back.
   */
  Estimate calibrationError() {
    double value = observed.calibrationError();
    Estimate drawnErrors =
        percentiles(value, Arrays.stream(drawn).mapToDouble(BinSums::calibrationError).toArray());
    return new Estimate(
        value,
        Math.max(0, 2 * value - drawnErrors.high()),
        Math.max(0, 2 * value - drawnErrors.low()));
  }

  /** What 95 % of perfectly calibrated claimants would stay below. */
  double chanceError() {
    return chanceError;
  }

  /** The bins that hold rings, by ascending confidence. */
  List<Calibration.Bin> bins() {
    List<Calibration.Bin> found = new ArrayList<>();
    for (int bin = 0; bin < Bins.BINS; bin++) {
      if (observed.rings(bin) > 0) {
        int of = bin;
        double[] shares =
            Arrays.stream(drawn)
                .mapToDouble(sums -> sums.right(of))
                .filter(share -> !Double.isNaN(share))
                .toArray();
        Estimate right = percentiles(observed.right(bin), shares);
        found.add(
            new Calibration.Bin(
                observed.rings(bin),
                observed.confidence(bin),
                isTied(bin) ? right : right.widenedTo(counted(bin))));
      }
    }
    return found;
  }

  /** Whether members of a ring share the top: how right such a ring is, is partly by definition. */
  private boolean isTied(int bin) {
    return IntStream.range(0, bins.size())
        .anyMatch(ring -> bins.bin()[ring] == bin && bins.credit()[ring] < 1);
  }

  /** As if each ring stood for itself; draws of few rings that are all wrong or right show less. */
  private Estimate counted(int bin) {
    long rings = observed.rings(bin);
    return Estimate.share(Math.round(observed.right(bin) * rings), rings);
  }

  /** NaN for an interval that one transaction cannot give. */
  private Estimate percentiles(double value, double[] drawnValues) {
    return bins.transactions() < 2
        ? new Estimate(value, Double.NaN, Double.NaN)
        : new Estimate(value, quantile(drawnValues, 0.025), quantile(drawnValues, 0.975));
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
