package org.ringlight.truth.era;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EmissionTest {

  /** What the genesis block and block 1 of mainnet made. */
  @Test
  void theFirstBlocksMakeWhatMainnetsMade() {
    Emission emission = new Emission();
    assertThat(emission.reward(1)).isEqualTo(17_592_186_044_415L);
    emission.mined(17_592_186_044_415L);
    assertThat(emission.reward(1)).isEqualTo(17_592_169_267_200L);
  }

  @Test
  void aBlockOfTwoMinutesMakesTwice() {
    Emission emission = new Emission();
    assertThat(emission.reward(2)).isEqualTo(2 * 17_592_186_044_415L + 1);
  }

  /** 0.3 XMR a minute, once the curve is below that. */
  @Test
  void theTailNeverEnds() {
    Emission emission = new Emission();
    emission.mined(-1L); // the whole supply of the curve
    assertThat(emission.reward(16)).isEqualTo(600_000_000_000L);
    assertThat(emission.reward(1)).isEqualTo(300_000_000_000L);
  }
}
