package org.ringlight.truth.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecoyFitTest {

  private static final ChainSupply CHAIN = Supplies.ringct(1_500, 200, 3);

  @ParameterizedTest
  @EnumSource
  void ringsOfAVersionFitIt(WalletVersion version) {
    FitResult fit = DecoyFit.of(CHAIN, rings(CHAIN, version, 120)).against(version, 2);
    assertThat(fit.isRejected(0.001)).as(fit.describe()).isFalse();
  }

  @Test
  void ringsOfAVersionDoNotFitAnother() {
    DecoyFit fit = DecoyFit.of(CHAIN, rings(CHAIN, WalletVersion.V0_18_0, 300));
    for (WalletVersion other :
        new WalletVersion[] {
          WalletVersion.V0_9_0, WalletVersion.V0_11_0, WalletVersion.V0_13_0, WalletVersion.V0_14_1
        }) {
      FitResult result = fit.against(other, 3);
      assertThat(result.isRejected(0.001)).as(other + ": " + result.describe()).isTrue();
    }
  }

  @Test
  void agesInClumpsWithNothingBetweenAreTestedToo() {
    int[] outputs = new int[1_500];
    for (int height = 100; height < outputs.length; height += 100) {
      outputs[height] = 60;
    }
    ChainSupply clumps = ChainSupply.of(OutputSupply.RINGCT, outputs, new int[outputs.length]);
    FitResult fit =
        DecoyFit.of(clumps, rings(clumps, WalletVersion.V0_18_0, 300))
            .against(WalletVersion.V0_18_0, 4);
    assertThat(fit.isRejected(0.001)).as(fit.describe()).isFalse();

    List<KnownRing> atOneHeight =
        rings(clumps, WalletVersion.V0_18_0, 300).stream()
            .filter(ring -> ring.chainHeight() % 100 < 10)
            .map(ring -> new KnownRing(1_250, ring.trueIndex(), ring.members()))
            .toList();
    assertThat(
            DecoyFit.of(clumps, atOneHeight).against(WalletVersion.V0_18_0, 4).degreesOfFreedom())
        .isLessThan(15);
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    DecoyFit fit = DecoyFit.of(CHAIN, rings(CHAIN, WalletVersion.V0_18_0, 20));
    assertThat(fit.against(WalletVersion.V0_18_0, 5))
        .isEqualTo(fit.against(WalletVersion.V0_18_0, 5))
        .isNotEqualTo(fit.against(WalletVersion.V0_18_0, 6));
  }

  @Test
  void aHandfulOfDecoysIsNoTest() {
    assertThatThrownBy(() -> DecoyFit.of(CHAIN, rings(CHAIN, WalletVersion.V0_18_0, 1)))
        .hasMessage("15 decoys are too few to test");
  }

  private static List<KnownRing> rings(ChainSupply chain, WalletVersion version, int count) {
    RandomGenerator random = Supplies.random(count);
    List<KnownRing> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ChainSupply supply = chain.at(600 + random.nextInt(900));
      long spent = random.nextLong(supply.countAged(60));
      List<Long> members = Arrays.stream(version.ring(supply, spent, 16, random)).boxed().toList();
      rings.add(new KnownRing(supply.chainHeight(), spent, members));
    }
    return rings;
  }
}
