package org.ringlight.truth.evaluate;

import java.util.Arrays;
import java.util.List;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.failure.DataInvalid;

/**
 * What one claimant's probabilities came to: sums for each group, and for each ring what the
 * calibration needs, 8 bytes and a bit.
 */
final class PosteriorTally {

  /** Sums over the rings of a group. */
  private static final class Sums {
    private long rings;
    private long ruledOut;
    private double logLoss;
    private double uniformLogLoss;
    private double brier;
    private double entropySize;
    private double top;
  }

  private final RingColumns rings;
  private final Grouping groups;
  private final Sums[] sums;
  private final TopMembers tops;

  PosteriorTally(RingColumns rings, Grouping groups) {
    this.rings = rings;
    this.groups = groups;
    this.sums = new Sums[groups.count()];
    Arrays.setAll(sums, group -> new Sums());
    this.tops = new TopMembers(rings.count());
  }

  /**
   * Scores the probabilities of one ring.
   *
   * @throws DataInvalid where the ring has some already
   */
  void add(int ring, Claim.Weights weights) {
    if (tops.holds(ring)) {
      throw new DataInvalid(
          "a second set of probabilities for one ring",
          "ring " + weights.keyImage(),
          "give each ring one, or two heuristics different names");
    }
    double[] p = weights.probabilities();
    double top = 0;
    double squares = 0;
    double entropy = 0;
    for (double probability : p) {
      top = Math.max(top, probability);
      squares += probability * probability;
      entropy -= probability > 0 ? probability * Math.log(probability) : 0;
    }
    int shared = 0;
    for (double probability : p) {
      shared += probability == top ? 1 : 0;
    }
    int at = Arrays.binarySearch(weights.amountIndexes(), rings.amountIndex(rings.trueSlot(ring)));
    double truth = at < 0 ? 0 : p[at];
    tops.add(ring, top, shared, truth == top);
    double uniform = Math.log(rings.distinct(ring));
    for (Sums sum : List.of(sums[Grouping.ALL], sums[groups.of(ring)])) {
      sum.rings++;
      sum.ruledOut += truth == 0 ? 1 : 0;
      sum.logLoss -= Math.log(truth);
      sum.uniformLogLoss += uniform;
      sum.brier += squares - 2 * truth + 1;
      sum.entropySize += Math.exp(entropy);
      sum.top += top;
    }
  }

  /** The scores of every group, and the points of their diagrams. */
  void score(
      Claimant claimant,
      GroupSizes sizes,
      List<PosteriorScore> scores,
      List<Calibration> calibrations) {
    for (int group = 0; group < groups.count(); group++) {
      if (sums[group].rings > 0) {
        Bootstrap drawn = new Bootstrap(Bins.of(members(group), tops, rings));
        scores.add(score(claimant, group, sizes.rings(group), drawn));
        calibrations.add(new Calibration(claimant, groups.name(group), drawn.bins()));
      }
    }
  }

  /** The rings of a group that got probabilities, in chain order. */
  private int[] members(int group) {
    int[] members = new int[Math.toIntExact(sums[group].rings)];
    int count = 0;
    for (int ring = 0; ring < rings.count(); ring++) {
      if (tops.holds(ring) && (group == Grouping.ALL || groups.of(ring) == group)) {
        members[count++] = ring;
      }
    }
    return members;
  }

  private PosteriorScore score(Claimant claimant, int group, long all, Bootstrap drawn) {
    Sums sum = sums[group];
    double n = sum.rings;
    return new PosteriorScore(
        claimant,
        groups.name(group),
        sum.rings,
        n / all,
        sum.logLoss / n,
        sum.uniformLogLoss / n,
        sum.ruledOut,
        sum.brier / n,
        drawn.top1(),
        drawn.calibrationError(),
        drawn.chanceError(),
        sum.entropySize / n,
        n / sum.top);
  }
}
