package org.ringlight.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.BlockHash;

class MiningTemplateTest {

  private static final BlockHash PREVIOUS = BlockHash.of(new byte[32]);

  @Test
  void onlyTheDateChangesEvenWhenItsLengthDoes() {
    MiningTemplate template = template("1010" + "e5e3f3c706" + "aabbcc");
    assertThat(dated(template, 1_740_787_200L)).isEqualTo("1010" + "809c89be06" + "aabbcc");
    assertThat(dated(template, 1)).isEqualTo("1010" + "01" + "aabbcc");
    assertThat(dated(template, 128)).isEqualTo("1010" + "8001" + "aabbcc");
  }

  @Test
  void aBlobThatEndsWithinItsHeaderIsRefused() {
    MiningTemplate template = template("1010e5e3");
    assertThatThrownBy(() -> template.dated(Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MiningTemplate template(String hex) {
    return new MiningTemplate(1, PREVIOUS, HexFormat.of().parseHex(hex));
  }

  private static String dated(MiningTemplate template, long seconds) {
    return HexFormat.of().formatHex(template.dated(Instant.ofEpochSecond(seconds)));
  }
}
