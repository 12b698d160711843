package org.ringlight.indexer.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.protocol.bitcoin.ScriptType;

class SpentOutputTest {

  private static final long ALL_COINS = 21_000_000L * 100_000_000L;
  private static final long HIGHEST_ID = (1L << 36) - 2;

  @ParameterizedTest
  @EnumSource
  void twoWordsSayAllOfIt(ScriptType type) {
    for (long value : new long[] {0, 1, ALL_COINS}) {
      for (long id : new long[] {0, 1, 1L << 32, HIGHEST_ID}) {
        for (long address :
            new long[] {SpentOutput.NO_ADDRESS, 0, 1L << 28, 1L << 32, HIGHEST_ID}) {
          SpentOutput output = new SpentOutput(id, value, address, type);
          assertThat(SpentOutput.of(output.firstWord(), output.secondWord())).isEqualTo(output);
        }
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new SpentOutput(0, -1, 0, ScriptType.P2PK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SpentOutput(1L << 36, 0, 0, ScriptType.P2PK))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
