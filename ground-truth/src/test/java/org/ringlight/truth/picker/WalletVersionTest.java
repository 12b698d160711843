package org.ringlight.truth.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalletVersionTest {

  @Test
  void theNewestReleaseOfADayIsFound() {
    assertThat(WalletVersion.newestAt(Instant.EPOCH)).isEqualTo(WalletVersion.V0_8_8);
    assertThat(WalletVersion.newestAt(Instant.parse("2018-10-08T23:59:59Z")))
        .isEqualTo(WalletVersion.V0_12_0);
    assertThat(WalletVersion.newestAt(Instant.parse("2018-10-09T00:00:00Z")))
        .isEqualTo(WalletVersion.V0_13_0);
    assertThat(WalletVersion.newestAt(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo(WalletVersion.V0_18_3_2);
  }

  @Test
  void releasesFollowEachOther() {
    assertThat(WalletVersion.values()).extracting(WalletVersion::released).isSorted();
  }

  @ParameterizedTest
  @EnumSource
  void aRingHoldsTheTrueSpendAndDecoysThatMayBeSpent(WalletVersion version) {
    for (long space : new long[] {OutputSupply.RINGCT, 5_000_000_000_000L}) {
      ChainSupply chain = Supplies.of(space, 2_000, 200, 4);
      RandomGenerator random = Supplies.random(1);
      for (int i = 0; i < 200; i++) {
        ChainSupply seen = chain.at(1_000 + i * 5);
        long spent = random.nextLong(seen.countAged(60));
        long[] ring = version.ring(seen, spent, 11, random);
        assertThat(ring).hasSize(11).isSorted().doesNotHaveDuplicates().contains(spent);
        for (long member : ring) {
          assertThat(seen.isLocked(member)).isFalse();
          assertThat(seen.chainHeight() - seen.heightOf(member)).isGreaterThanOrEqualTo(10);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedMakesTheSameRings(WalletVersion version) {
    ChainSupply chain = Supplies.ringct(2_000, 200, 4);
    assertThat(version.ring(chain, 700, 16, Supplies.random(7)))
        .isEqualTo(version.ring(chain, 700, 16, Supplies.random(7)))
        .isNotEqualTo(version.ring(chain, 700, 16, Supplies.random(8)));
  }

  @ParameterizedTest
  @EnumSource
  void aSpendWithoutDecoysIsItself(WalletVersion version) {
    assertThat(version.ring(Supplies.ringct(20, 1, 1), 3, 1, Supplies.random(1)))
        .containsExactly(3);
  }

  @ParameterizedTest
  @EnumSource
  void tooFewOutputsAreRefusedAsTheWalletDoes(WalletVersion version) {
    ChainSupply chain = Supplies.ringct(75, 100, 1);
    assertThatThrownBy(() -> version.ring(chain, 3, 16, Supplies.random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not enough outputs to mix")
        .hasMessageContaining("chain of 75 blocks");
  }

  @ParameterizedTest
  @EnumSource
  void aChainOfFewerBlocksThanTheLockIsRefused(WalletVersion version) {
    ChainSupply chain = Supplies.ringct(9, 1, 1);
    assertThatThrownBy(() -> version.ring(chain, 3, 2, Supplies.random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blocks old");
  }
}
