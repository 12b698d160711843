package org.ringlight.rpc.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BitcoinTransaction;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.testing.Allocation;

/**
 * Bytes of any kind where a block of Bitcoin is expected. The seeds run in every build; with {@code
 * JAZZER_FUZZ=1} in the environment this looks for more.
 */
class BitcoinBlockFuzzTest {

  private static final BitcoinDecoder DECODER = new BitcoinDecoder(BitcoinNetwork.SIMNET);

  @FuzzTest(maxDuration = "3m")
  void blocksAreReadOrRefused(byte[] bytes) {
    check(bytes);
  }

  /** What must hold for any bytes. */
  static void check(byte[] bytes) {
    Allocation.assertInProportion(bytes, DECODER::block);
    BitcoinBlock block;
    try {
      block = DECODER.block(bytes);
    } catch (DataInvalid refused) {
      return;
    }
    int sum = block.transactions().stream().mapToInt(BitcoinTransaction::bytes).sum();
    assertThat(sum).isBetween(block.bytes() - 89, block.bytes() - 81);
    assertThat(block.weight()).isBetween(block.bytes(), 4 * block.bytes());
    try {
      BlockRules.check(block, 300, BitcoinNetwork.SIMNET);
    } catch (DataInvalid refused) {
      assertThat(refused).hasMessageContaining("breaks a rule");
    }
  }
}
