package org.ringlight.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ringlight.protocol.extra.Extra;
import org.ringlight.testing.Allocation;

class ExtraFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void anyBytesParseWithoutLoss(byte[] bytes) {
    Allocation.assertInProportion(bytes, Extra::parse);
    Extra extra = Extra.parse(bytes);
    assertThat(extra.encode()).isEqualTo(bytes);
    assertThat(Extra.parse(extra.encode())).isEqualTo(extra);
    assertThat(extra.transactionPublicKeys().size() * 33).isLessThanOrEqualTo(bytes.length);
    extra.paymentId().ifPresent(id -> assertThat(id.bytes().size()).isEqualTo(id.kind().length()));
  }
}
