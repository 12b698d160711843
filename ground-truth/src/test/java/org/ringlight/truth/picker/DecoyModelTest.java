package org.ringlight.truth.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecoyModelTest {

  private static final int DRAWS = 300_000;
  private static final ChainSupply RINGCT = Supplies.ringct(6_000, 600, 3);
  private static final ChainSupply CLEARTEXT =
      Supplies.of(7_000_000_000_000L, 6_000, 600, 3).startingAt(1);

  private static final Map<WalletVersion, long[]> DRAWN = new EnumMap<>(WalletVersion.class);

  @ParameterizedTest
  @EnumSource
  void theChancesOfAllBlocksAndOfAllOutputsSumToOne(WalletVersion version) {
    for (ChainSupply supply : new ChainSupply[] {RINGCT, CLEARTEXT}) {
      for (DecoyModel model :
          new DecoyModel[] {version.model(supply), version.model(supply).unlocked()}) {
        double indices = 0;
        for (long index = 0; index < supply.count(); index++) {
          indices += model.atIndex(index);
        }
        assertThat(Arrays.stream(model.byHeight()).sum()).isCloseTo(1, within(1e-9));
        assertThat(indices).isCloseTo(1, within(1e-9));
        assertThat(model.byHeight()[4_000]).isCloseTo(model.atHeight(4_000), within(1e-15));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void drawsFollowTheModelOfTheirVersion(WalletVersion version) {
    for (ChainSupply supply : new ChainSupply[] {RINGCT, CLEARTEXT}) {
      double p = p(version.model(supply), draws(version, supply, 11), supply);
      assertThat(p).as("p-value in space %d", supply.indexSpace()).isGreaterThan(0.001);
    }
  }

  static Stream<Arguments> everyTwoThatDiffer() {
    return Arrays.stream(WalletVersion.values())
        .flatMap(
            drawn ->
                Arrays.stream(WalletVersion.values())
                    .filter(tested -> model(tested) != model(drawn))
                    .map(tested -> Arguments.of(drawn, tested)));
  }

  /** The first version with the same picker. */
  private static WalletVersion model(WalletVersion version) {
    return switch (version) {
      case V0_10_0 -> WalletVersion.V0_9_0;
      case V0_12_0 -> WalletVersion.V0_11_0;
      case V0_18_0 -> WalletVersion.V0_17_3;
      case V0_18_3_2 -> WalletVersion.V0_18_2_2;
      default -> version;
    };
  }

  @ParameterizedTest
  @MethodSource("everyTwoThatDiffer")
  void drawsDoNotFollowTheModelOfAnotherVersion(WalletVersion drawn, WalletVersion tested) {
    long[] draws = DRAWN.computeIfAbsent(drawn, version -> draws(version, RINGCT, 12));
    assertThat(p(tested.model(RINGCT), draws, RINGCT)).as("p-value").isLessThan(1e-6);
  }

  @Test
  void outputsOfExactlyTenBlocksAgeAreDecoysOnlyBeforeAndAfterTheBug() {
    long height = RINGCT.chainHeight();
    while (RINGCT.countBelow(height - 9) - RINGCT.countBelow(height - 10) < 2) {
      height--;
    }
    ChainSupply supply = RINGCT.at(height);
    long tenth = height - 10;
    assertThat(WalletVersion.V0_13_0.model(supply).atHeight(tenth)).isPositive();
    assertThat(WalletVersion.V0_14_1.model(supply).atHeight(tenth)).isZero();
    assertThat(WalletVersion.V0_18_0.model(supply).atHeight(tenth)).isZero();
    assertThat(WalletVersion.V0_18_2_2.model(supply).atHeight(tenth)).isPositive();
    assertThat(WalletVersion.V0_18_2_2.model(supply).atHeight(tenth + 1)).isZero();
  }

  @Test
  void aLoneOutputInTheNewestUsableBlockIsNeverFound() {
    ChainSupply supply = Supplies.ringct(400, 500, 0);
    assertThat(WalletVersion.V0_18_0.model(supply).atHeight(400 - 11)).isZero();
    assertThat(WalletVersion.V0_18_0.model(supply).atHeight(400 - 12)).isPositive();
  }

  @Test
  void lockedOutputsHaveNoChanceOnceTheyAreDropped() {
    DecoyModel model = WalletVersion.V0_18_0.model(RINGCT);
    long coinbase = RINGCT.countBelow(RINGCT.chainHeight() - 30);
    assertThat(model.atIndex(coinbase)).isPositive();
    assertThat(model.unlocked().atIndex(coinbase)).isZero();
    assertThat(model.unlocked().atIndex(500)).isGreaterThan(model.atIndex(500));
  }

  @Test
  void agesAreLogGamma() {
    RandomGenerator random = Supplies.random(3);
    double[] ages = new double[100_000];
    Arrays.setAll(ages, i -> LogGamma.seconds(random));
    assertThat(KolmogorovSmirnovTest.withDefaults().test(ages, LogGamma::below).getPValue())
        .as("p-value")
        .isGreaterThan(0.001);
  }

  private static long[] draws(WalletVersion version, OutputSupply supply, long seed) {
    RandomGenerator random = Supplies.random(seed);
    Picker picker = version.picker(supply.indexSpace());
    long[] heights = new long[Math.toIntExact(supply.chainHeight())];
    for (int i = 0; i < DRAWS; i++) {
      heights[(int) supply.heightOf(picker.pick(supply, random))]++;
    }
    return heights;
  }

  /** Chi-square over runs of blocks with at least 50 draws expected, newest blocks first. */
  private static double p(DecoyModel model, long[] drawn, OutputSupply supply) {
    double[] mass = model.byHeight();
    double[] expected = new double[mass.length];
    long[] observed = new long[mass.length];
    int bins = 0;
    for (int height = mass.length - 1; height >= 0; height--) {
      expected[bins] += mass[height] * DRAWS;
      observed[bins] += drawn[height];
      if (expected[bins] >= 50) {
        bins++;
      }
    }
    assertThat(Arrays.stream(observed).sum()).as("draws in %s", supply).isEqualTo(DRAWS);
    expected[bins - 1] += expected[bins];
    observed[bins - 1] += observed[bins];
    return ChiSquareTest.withDefaults()
        .test(Arrays.copyOf(expected, bins), Arrays.copyOf(observed, bins))
        .getPValue();
  }
}
