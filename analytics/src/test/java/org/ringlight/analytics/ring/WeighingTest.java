package org.ringlight.analytics.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ringlight.analytics.finding.Claim;

class WeighingTest {

  @Test
  void scoresBecomeProbabilitiesInTheOrderOfTheIndexes() {
    Claim.Weights weights = SampleRings.ring(1, 30, 10, 20).weights(1, 2, 5);
    assertThat(weights.amountIndexes()).containsExactly(10, 20, 30);
    assertThat(weights.probabilities()).containsExactly(0.25, 0.625, 0.125);
  }

  @Test
  void aMemberThatStandsThereTwiceGetsBothScores() {
    Claim.Weights weights = SampleRings.ring(1, 10, 20, 20, 30).weights(1, 1, 1, 1);
    assertThat(weights.amountIndexes()).containsExactly(10, 20, 30);
    assertThat(weights.probabilities()).containsExactly(0.25, 0.5, 0.25);
  }

  @Test
  void scoresThatSayNothingAreRefused() {
    Ring ring = SampleRings.ring(1, 10, 20);
    for (double[] wrong :
        new double[][] {
          {0, 0}, {1}, {-1, 2}, {Double.NaN, 1}, {Double.MAX_VALUE, Double.MAX_VALUE}
        }) {
      assertThatThrownBy(() -> ring.weights(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void ageIsUnknownWhereTheHeightIs() {
    ListedRing ring = SampleRings.ring(1, new long[] {1, 2}, new long[] {40, 101});
    assertThat(ring.ageBlocks(0)).isEqualTo(40);
    assertThat(ring.ageBlocks(1)).isEqualTo(Ring.UNKNOWN);
  }
}
