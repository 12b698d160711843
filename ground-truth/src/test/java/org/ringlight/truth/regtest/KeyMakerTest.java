package org.ringlight.truth.regtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.ringlight.rpc.WalletKeys;

class KeyMakerTest {

  @Test
  void samePhraseGivesSameKeysAndAnotherPhraseOthers() {
    WalletKeys ann = KeyMaker.keysOf("ann");
    assertThat(KeyMaker.keysOf("ann")).isEqualTo(ann);
    assertThat(KeyMaker.keysOf("bob").address()).isNotEqualTo(ann.address());
    assertThat(ann.address()).hasSize(95).startsWith("4");
    assertThat(ann.viewKey()).hasSize(64).isNotEqualTo(ann.spendKey());
  }

  @Test
  void base58GivesTheVectorsOfMonero() {
    // monero v0.18.3.4 tests/unit_tests/base58.cpp, encode_decode
    assertThat(base58("00")).isEqualTo("11");
    assertThat(base58("ff")).isEqualTo("5Q");
    assertThat(base58("ffffffffffffffff")).isEqualTo("jpXCZedGfVQ");
    assertThat(base58("06156013762879f7ffffffffff")).isEqualTo("22222222222VtB5VXc");
  }

  private static String base58(String hex) {
    return Base58.encode(HexFormat.of().parseHex(hex));
  }
}
