package org.ringlight.protocol.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.wire.TransactionDecoder;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.testing.RandomTransactions;

class TransactionWeightTest {

  private final RandomTransactions random = new RandomTransactions(5);

  /** 537 and 3968 are what a real node said of transactions in its pool; others worked by hand. */
  @ParameterizedTest
  @CsvSource({
    "CLSAG, 1, 0",
    "CLSAG, 2, 0",
    "CLSAG, 3, 537",
    "CLSAG, 4, 537",
    "CLSAG, 5, 1664",
    "CLSAG, 16, 3968",
    "BULLETPROOF, 9, 3968",
    "BULLETPROOF_PLUS, 2, 0",
    "BULLETPROOF_PLUS, 3, 460",
    "BULLETPROOF_PLUS, 8, 1433",
    "BULLETPROOF_PLUS, 16, 3430",
    "SIMPLE, 9, 0"
  })
  void moreThanTwoOutputsWeighMoreThanTheirBytes(RingCtType type, int outputs, long clawback) {
    Transaction whole = random.ringCt(type, new RandomTransactions.Shape(1, 11, outputs));
    assertThat(TransactionWeight.of(whole) - TransactionSize.of(whole)).isEqualTo(clawback);
    assertThat(TransactionWeight.clawback(type, outputs)).isEqualTo(clawback);
    Transaction pruned = TransactionDecoder.pruned(TransactionEncoder.pruned(whole), null);
    assertThat(TransactionWeight.of(pruned)).isEqualTo(TransactionWeight.of(whole));
  }

  @Test
  void noRangeProofCoversSeventeenOutputs() {
    Transaction whole =
        random.ringCt(RingCtType.BULLETPROOF, new RandomTransactions.Shape(1, 7, 17), 17);
    assertThat(TransactionSize.of(whole)).isPositive();
    assertThatThrownBy(() -> TransactionWeight.of(whole))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("17 outputs in a transaction of type BULLETPROOF");
  }
}
