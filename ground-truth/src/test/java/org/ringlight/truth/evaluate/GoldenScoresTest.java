package org.ringlight.truth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;

/**
 * Scores beside those of scikit-learn 1.9.1, NumPy and SciPy. The same 400 rings of five members,
 * made by the recurrence below, were put through {@code log_loss(y, p)}, {@code brier_score_loss(y,
 * p, scale_by_half=False)}, {@code calibration_curve(right, max(p), n_bins=20,
 * strategy="quantile")} (mean of the absolute differences; no two rings have the same confidence,
 * so that quantiles are bins of 20), {@code mean(2 ** -sum(p * log2(p)))}, {@code 1 /
 * mean(max(p))}, and {@code binomtest(k, n).proportion_ci(method="wilson")}.
 */
class GoldenScoresTest {

  @TempDir Path folder;

  private long state = 54321;

  private int next() {
    state = (state * 1103515245 + 12345) % 2147483648L;
    return (int) (state >> 8);
  }

  @Test
  void areThoseOfScikitLearn() {
    Sample sample = new Sample(folder);
    List<Finding> findings = new ArrayList<>();
    for (int ring = 0; ring < 400; ring++) {
      double[] weights = new double[5];
      double sum = 0;
      for (int i = 0; i < 5; i++) {
        weights[i] = 1 + next() % 9973;
        sum += weights[i];
      }
      long[] members = new long[5];
      for (int i = 0; i < 5; i++) {
        weights[i] /= sum;
        members[i] = 5L * ring + i;
      }
      sample.ring(16, next() % 5, members);
      findings.add(Sample.says("p", new Claim.Weights(Sample.image(ring), 0, members, weights)));
    }
    Evaluation evaluation = new Evaluation(sample.known(), Breakdown.ERA);
    findings.forEach(evaluation::accept);
    PosteriorScore score = evaluation.scores().posteriors().get(0);
    assertThat(score.logLoss()).isCloseTo(1.890644357060, within(1e-11));
    assertThat(score.brier()).isCloseTo(0.876097301051, within(1e-11));
    assertThat(score.top1().value()).isEqualTo(0.17);
    assertThat(score.entropySize()).isCloseTo(4.216240734674, within(1e-11));
    assertThat(score.guessingSize()).isCloseTo(2.903383780744, within(1e-11));
    assertThat(score.calibrationError().value()).isCloseTo(0.183038687, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.277532799863",
    "10, 10, 0.722467200137, 1",
    "407, 3991, 0.092970178779, 0.111754205718",
    "1, 3, 0.061491944720, 0.792340399198"
  })
  void intervalsOfSharesAreThoseOfSciPy(long right, long all, double low, double high) {
    Estimate share = Estimate.share(right, all);
    assertThat(share.low()).isCloseTo(low, within(1e-11));
    assertThat(share.high()).isCloseTo(high, within(1e-11));
  }
}
