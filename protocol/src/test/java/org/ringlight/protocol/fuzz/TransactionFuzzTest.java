package org.ringlight.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.UnsupportedTransaction;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.rules.TransactionSize;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.testing.Allocation;

class TransactionFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void wholeTransactionsAreReadOrRefused(byte[] bytes) {
    Allocation.assertInProportion(bytes, DecodedTransaction::full);
    DecodedTransaction decoded;
    try {
      decoded = DecodedTransaction.full(bytes);
    } catch (DataInvalid refused) {
      return;
    }
    assertThat(TransactionEncoder.full(decoded.transaction())).isEqualTo(bytes);
    assertThat(TransactionSize.of(decoded)).isEqualTo(bytes.length);
    assertThat(TransactionHashes.of(decoded))
        .isEqualTo(TransactionHashes.of(decoded.transaction()));
    assertThat(TransactionHashes.of(decoded).isEmpty())
        .isEqualTo(decoded.transaction() instanceof UnsupportedTransaction);
  }
}
