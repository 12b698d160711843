package org.ringlight.analytics.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

class ClaimTest {

  private static final KeyImage RING = KeyImage.parse("ab".repeat(32));

  private static Claim.Weights weights(double... probabilities) {
    long[] indexes = new long[probabilities.length];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = i;
    }
    return new Claim.Weights(RING, 0, indexes, probabilities);
  }

  @Test
  void probabilitiesThatAreNoneAreRefused() {
    assertThat(weights(0.25, 0.75, 0)).isEqualTo(weights(0.25, 0.75, 0));
    assertThat(weights(1.0 / 3, 1.0 / 3, 1.0 / 3).probabilities()).hasSize(3);
    for (double[] wrong :
        new double[][] {{0.5, 0.4}, {1.5, -0.5}, {Double.NaN, 1}, {}, {0.6, 0.6}}) {
      assertThatThrownBy(() -> weights(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void membersAscendAndNoneComesTwice() {
    for (long[] wrong : new long[][] {{}, {2, 1}, {3, 3}, {-1}}) {
      assertThatThrownBy(() -> new Claim.RingNarrowed(RING, 0, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Claim.RingNarrowed(RING, 0, new long[] {0, 5}))
        .isEqualTo(new Claim.RingNarrowed(RING, 0, new long[] {0, 5}))
        .isNotEqualTo(new Claim.RingNarrowed(RING, 7, new long[] {0, 5}));
  }

  @Test
  void onlyConditionalClaimsHaveAnAssumption() {
    assertThat(Guarantee.onlyIf("wallet w's key images").level())
        .isEqualTo(Guarantee.Level.CONDITIONAL);
    assertThatThrownBy(() -> Guarantee.onlyIf(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Guarantee(Guarantee.Level.PROVEN, "trust me"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOutputPrintsItsUnsignedSpace() {
    assertThat(new OutputName(-1, 7)).hasToString("18446744073709551615:7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "../etc", "a b", "-a", "é"})
  void namesThatAreNoneAreRefused(String name) {
    assertThatThrownBy(() -> new HeuristicId(name, "1", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
