package org.ringlight.protocol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HardForksTest {

  @ParameterizedTest
  @CsvSource({
    "MAINNET, 0, 1",
    "MAINNET, 1009826, 1",
    "MAINNET, 1009827, 2",
    "MAINNET, 1220515, 3",
    "MAINNET, 1220516, 4",
    "MAINNET, 1685555, 8",
    "MAINNET, 1686275, 9",
    "MAINNET, 2688887, 14",
    "MAINNET, 2688888, 15",
    "MAINNET, 2689608, 16",
    "MAINNET, 4000000, 16",
    "STAGENET, 31999, 1",
    "STAGENET, 37000, 7",
    "STAGENET, 1151720, 16",
    "TESTNET, 1057057, 7",
    "TESTNET, 1057058, 8",
    "FAKECHAIN, 0, 1",
    "FAKECHAIN, 1, 16"
  })
  void aHeightIsUnderItsHardFork(Network network, long height, int version) {
    assertThat(HardForks.of(network).versionAt(height)).isEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource
  void forksFollowEachOther(Network network) {
    assertThat(HardForks.of(network).all())
        .extracting(HardForks.HardFork::height)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(HardForks.of(network).all())
        .extracting(HardForks.HardFork::version)
        .isSorted()
        .endsWith(16);
  }

  @Test
  void ringSizesGrewWithTheForks() {
    int[] minimum = {1, 3, 3, 3, 3, 5, 7, 11, 11, 11, 11, 11, 11, 11, 16, 16};
    for (int hardFork = 1; hardFork <= 16; hardFork++) {
      assertThat(RingSizes.minimum(hardFork)).isEqualTo(minimum[hardFork - 1]);
      assertThat(RingSizes.maximum(hardFork)).isGreaterThanOrEqualTo(minimum[hardFork - 1]);
    }
  }
}
