package org.ringlight.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.rules.TransactionSize;
import org.ringlight.protocol.rules.TransactionWeight;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.testing.Allocation;

class PrunedTransactionFuzzTest {

  private static final Hash ANY = Hash.parse("ab".repeat(32));

  @FuzzTest(maxDuration = "2m")
  void prunedTransactionsAreReadOrRefused(byte[] bytes) {
    Allocation.assertInProportion(bytes, b -> DecodedTransaction.pruned(b, ANY));
    DecodedTransaction decoded;
    try {
      decoded = DecodedTransaction.pruned(bytes, ANY);
    } catch (DataInvalid refused) {
      return;
    }
    assertThat(TransactionEncoder.pruned(decoded.transaction())).isEqualTo(bytes);
    assertThat(TransactionSize.of(decoded)).isGreaterThanOrEqualTo(bytes.length);
    assertThat(TransactionHashes.of(decoded))
        .isEqualTo(TransactionHashes.of(decoded.transaction()));
    try {
      assertThat(TransactionWeight.of(decoded)).isGreaterThanOrEqualTo(TransactionSize.of(decoded));
    } catch (DataInvalid tooManyOutputs) {
      assertThat(tooManyOutputs).hasMessageContaining("outputs in a transaction of type");
    }
  }
}
