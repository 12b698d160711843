package org.ringlight.protocol.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.protocol.BlockHash;

/**
 * Vectors of Bitcoin Core v28.0 {@code src/test/arith_uint256_tests.cpp} ({@code
 * bignum_SetCompact}).
 */
class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "01123456, 12, 01120000",
    "02123456, 1234, 02123400",
    "03123456, 123456, 03123456",
    "04123456, 12345600, 04123456",
    "05009234, 92340000, 05009234",
    "1d00ffff, ffff0000000000000000000000000000000000000000000000000000, 1d00ffff",
    "20123456, 1234560000000000000000000000000000000000000000000000000000000000, 20123456",
  })
  void compactFormComesAndGoes(String bits, String value, String again) {
    Target target = Target.ofBits(Long.parseLong(bits, 16));
    assertThat(target.value()).isEqualTo(new BigInteger(value, 16));
    assertThat(target.bits()).isEqualTo(Long.parseLong(again, 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "00123456", "01003456", "04923456", "01fedcba", "ff123456"})
  void whatIsNoTargetIsRefused(String bits) {
    assertThatThrownBy(() -> Target.ofBits(Long.parseLong(bits, 16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no target");
  }

  @Test
  void workIsHowManyHashesOneMustTry() {
    assertThat(Target.ofBits(0x1d00_ffffL).work()).isEqualTo(BigInteger.valueOf(0x1_0001_0001L));
    assertThat(Target.ofBits(0x207f_ffffL).work()).isEqualTo(BigInteger.TWO);
  }

  @Test
  void everyNetworksFirstBlockHasDoneItsWork() {
    for (BitcoinNetwork network : BitcoinNetwork.values()) {
      BlockHash genesis = network.genesisHash();
      assertThat(Target.ofBits(network.easiestBits()).isMetBy(genesis)).isTrue();
      assertThat(BitcoinNetwork.withGenesis(genesis)).contains(network);
      assertThat(BitcoinNetwork.withMagic(network.magic())).contains(network);
    }
    assertThat(Target.ofBits(0x1800_ffffL).isMetBy(BitcoinNetwork.MAINNET.genesisHash())).isFalse();
  }
}
