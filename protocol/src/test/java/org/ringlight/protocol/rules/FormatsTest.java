package org.ringlight.protocol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.TxHash;

class FormatsTest {

  private static final TxHash ANY = TxHash.parse("00".repeat(32));

  @ParameterizedTest
  @CsvSource({
    "FULL, 4, 8",
    "SIMPLE, 4, 8",
    "BULLETPROOF, 8, 10",
    "BULLETPROOF2, 10, 13",
    "CLSAG, 13, 15",
    "BULLETPROOF_PLUS, 15, 16",
    "NULL, 17, 16"
  })
  void aTypeIsAllowedFromOneForkToAnother(RingCtType type, int first, int last) {
    for (int hardFork = 1; hardFork <= 16; hardFork++) {
      assertThat(Formats.allowed(type, hardFork, ANY))
          .as("hard fork %d", hardFork)
          .isEqualTo(first <= hardFork && hardFork <= last);
    }
  }

  @Test
  void twoTransactionsOfType4WereLetIntoHardFork14() {
    TxHash one = TxHash.parse("c5151944f0583097ba0c88cd0f43e7fabb3881278aa2f73b3b0a007c5d34e910");
    TxHash two = TxHash.parse("6f2f117cde6fbcf8d4a6ef8974fcac744726574ac38cf25d3322c996b21edd4c");
    assertThat(Formats.allowed(RingCtType.BULLETPROOF2, 14, one)).isTrue();
    assertThat(Formats.allowed(RingCtType.BULLETPROOF2, 14, two)).isTrue();
    assertThat(Formats.allowed(RingCtType.BULLETPROOF2, 16, one)).isFalse();
  }

  @Test
  void viewTagsCameWithHardFork15AndAreAllThereIsFrom16() {
    Output plain = new Output.ToKey(0, PublicKey.parse("00".repeat(32)));
    Output tagged = new Output.ToTaggedKey(0, PublicKey.parse("00".repeat(32)), (byte) 1);
    assertThat(Formats.allowed(plain, 14)).isTrue();
    assertThat(Formats.allowed(tagged, 14)).isFalse();
    assertThat(Formats.allowed(plain, 15)).isTrue();
    assertThat(Formats.allowed(tagged, 15)).isTrue();
    assertThat(Formats.allowed(plain, 16)).isFalse();
    assertThat(Formats.allowed(tagged, 16)).isTrue();
  }

  @Test
  void version2CameWithHardFork4AndIsTheRuleFrom6() {
    assertThat(Formats.newestVersion(3)).isEqualTo(1);
    assertThat(Formats.newestVersion(4)).isEqualTo(2);
    assertThat(Formats.oldestVersion(5, Formats.Kind.MIXABLE)).isEqualTo(1);
    assertThat(Formats.oldestVersion(6, Formats.Kind.MIXABLE)).isEqualTo(2);
    assertThat(Formats.oldestVersion(16, Formats.Kind.UNMIXABLE)).isEqualTo(1);
    assertThat(Formats.oldestVersion(11, Formats.Kind.COINBASE)).isEqualTo(1);
    assertThat(Formats.oldestVersion(12, Formats.Kind.COINBASE)).isEqualTo(2);
  }
}
