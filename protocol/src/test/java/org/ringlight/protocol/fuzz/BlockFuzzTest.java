package org.ringlight.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.wire.BlockEncoder;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.testing.Allocation;

class BlockFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void blocksAreReadOrRefused(byte[] bytes) {
    Allocation.assertInProportion(bytes, DecodedBlock::of);
    DecodedBlock decoded;
    try {
      decoded = DecodedBlock.of(bytes);
    } catch (DataInvalid refused) {
      return;
    }
    assertThat(BlockEncoder.encode(decoded.block())).isEqualTo(bytes);
    assertThat(BlockHashes.id(decoded)).isEqualTo(BlockHashes.id(decoded.block()));
  }
}
