package org.ringlight.protocol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnlockTest {

  @Test
  void aHeightUnlocksAtThatHeight() {
    assertThat(Unlock.spendable(0, 0, 0, 1)).isTrue();
    assertThat(Unlock.spendable(100, 99, 0, 16)).isFalse();
    assertThat(Unlock.spendable(100, 100, 0, 16)).isTrue();
    assertThat(Unlock.spendable(499_999_999, 3_000_000, Long.MAX_VALUE, 16)).isFalse();
  }

  @Test
  void aTimeUnlocksOneBlockEarly() {
    assertThat(Unlock.spendable(1_500_000_120, 0, 1_500_000_000, 2)).isTrue();
    assertThat(Unlock.spendable(1_500_000_121, 0, 1_500_000_000, 2)).isFalse();
    assertThat(Unlock.spendable(1_500_000_060, 0, 1_500_000_000, 1)).isTrue();
    assertThat(Unlock.spendable(1_500_000_061, 0, 1_500_000_000, 1)).isFalse();
    assertThat(Unlock.spendable(500_000_000, 0, 499_999_879, 16)).isFalse();
  }

  @Test
  void unlockTimesAreUnsigned() {
    assertThat(Unlock.isHeight(-1)).isFalse();
    assertThat(Unlock.spendable(-1, Long.MAX_VALUE, 1_700_000_000, 16)).isFalse();
  }

  @Test
  void aCoinbaseIsLockedFor60Blocks() {
    assertThat(Unlock.ofCoinbase(0)).isEqualTo(60);
  }
}
