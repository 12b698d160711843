package org.ringlight.truth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.finding.Claim;

/** What intervals and the error by chance are worth, on claimants whose calibration is known. */
class CalibrationTest {

  @TempDir Path folder;

  /**
   * Rings of two members; the first is said to be spent with a probability from 0.5 to 1, and is as
   * often as that times {@code honesty}. Each transaction has {@code siblings} rings that are all
   * right or all wrong together.
   */
  private PosteriorScore score(int seed, int rings, double honesty, int siblings) {
    return evaluated(seed, rings, honesty, siblings).posteriors().get(0);
  }

  private Evaluated evaluated(int seed, int rings, double honesty, int siblings) {
    Random random = new Random(seed);
    Sample sample = new Sample(folder);
    double[] said = new double[rings];
    int position = 0;
    for (int ring = 0; ring < rings; ring++) {
      long[] members = {2L * ring, 2L * ring + 1};
      if (ring % siblings == 0) {
        said[ring] = 0.5 + random.nextDouble() / 2;
        position = random.nextDouble() < said[ring] * honesty ? 0 : 1;
        sample.ring(16, position, members);
      } else {
        said[ring] = said[ring - 1];
        sample.sibling(16, position, members);
      }
    }
    Evaluation evaluation = new Evaluation(sample.known(), Breakdown.ERA);
    for (int ring = 0; ring < rings; ring++) {
      evaluation.accept(
          Sample.says(
              "p",
              new Claim.Weights(
                  Sample.image(ring),
                  0,
                  new long[] {2L * ring, 2L * ring + 1},
                  new double[] {said[ring], 1 - said[ring]})));
    }
    return evaluation.scores();
  }

  @Test
  void whoIsCalibratedStaysBelowWhatChanceExplains() {
    int above = 0;
    for (int seed = 0; seed < 20; seed++) {
      PosteriorScore score = score(seed, 800, 1, 1);
      above += score.calibrationError().value() > score.chanceError() ? 1 : 0;
    }
    // 1 expected; more than 5 has a chance of 1 in 3000
    assertThat(above).isLessThan(6);
  }

  @Test
  void whoPromisesTooMuchDoesNot() {
    PosteriorScore score = score(1, 3000, 0.85, 1);
    // the promise is 0.75 x 0.15 too high on average
    assertThat(score.calibrationError().value()).isGreaterThan(2 * score.chanceError());
    assertThat(score.calibrationError().low()).isBetween(0.08, 0.1125);
    assertThat(score.calibrationError().high()).isBetween(0.1125, 0.15);
  }

  @Test
  void ringsOfOneTransactionCountAsOneWitness() {
    PosteriorScore apart = score(2, 3000, 1, 1);
    PosteriorScore together = score(2, 3000, 1, 10);
    assertThat(width(together.top1())).isGreaterThan(2 * width(apart.top1()));
  }

  @Test
  void aFewRingsThatAreAllWrongProveLittle() {
    for (Calibration.Bin bin : evaluated(3, 40, 0, 1).calibrations().get(0).bins()) {
      assertThat(bin.right().value()).isZero();
      assertThat(bin.right().low()).isZero();
      assertThat(bin.right().high()).isEqualTo(Estimate.share(0, bin.rings()).high());
    }
  }

  private static double width(Estimate estimate) {
    return estimate.high() - estimate.low();
  }

  @Test
  void theSameRingsGiveTheSameIntervals() {
    assertThat(score(3, 500, 1, 1)).isEqualTo(score(3, 500, 1, 1));
  }

  @Test
  void oneTransactionGivesNoInterval() {
    PosteriorScore score = score(4, 3, 1, 3);
    assertThat(score.top1().low()).isNaN();
    assertThat(score.calibrationError().high()).isNaN();
  }
}
