package org.ringlight.truth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Bech32Test {

  private static final byte[] PROGRAM =
      HexFormat.of().parseHex("751e76e8199196d454941c45d1b3a323f1433bd6");

  @Test
  void anAddressIsThatOfTheStandard() {
    // BIP 173, examples and test vectors
    assertThat(Bech32.address("bc", PROGRAM))
        .isEqualTo("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
    assertThat(Bech32.address("tb", PROGRAM))
        .isEqualTo("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx");
  }

  @Test
  void inventedAddressesAreOfTheRegtestNetwork() {
    assertThat(Bech32.regtestAddress(PROGRAM)).startsWith("bcrt1q").hasSize(44);
  }
}
