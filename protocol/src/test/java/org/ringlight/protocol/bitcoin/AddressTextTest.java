package org.ringlight.protocol.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

  /** Vectors of BIP 173, BIP 350 and the first block; the anchor's of Bitcoin Core 28. */
  @ParameterizedTest
  @CsvSource({
    "MAINNET, 76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac,"
        + " 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "MAINNET, 76a914000000000000000000000000000000000000000088ac, 1111111111111111111114oLvT2",
    "MAINNET, 0014751e76e8199196d454941c45d1b3a323f1433bd6,"
        + " bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "TESTNET3, 00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262,"
        + " tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
    "MAINNET, 512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798,"
        + " bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "MAINNET, 6002751e, bc1sw50qgdz25j",
    "MAINNET, 5210751e76e8199196d454941c45d1b3a323, bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
    "MAINNET, 5128751e76e8199196d454941c45d1b3a323f1433bd6751e76e8199196d454941c45d1b3a323f1433bd6,"
        + " bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
    "MAINNET, 51024e73, bc1pfeessrawgf",
  })
  void scriptsHaveTheAddressesThatWalletsWrite(
      BitcoinNetwork network, String script, String address) {
    Payee payee = OutputScripts.payee(HexFormat.of().parseHex(script));
    assertThat(new AddressText(network).of(payee)).isEqualTo(address);
  }

  @Test
  void aBareKeyIsWrittenAsDescriptorsDo() {
    String key = "02" + "ab".repeat(32);
    Payee payee = OutputScripts.payee(HexFormat.of().parseHex("21" + key + "ac"));
    assertThat(new AddressText(BitcoinNetwork.MAINNET).of(payee)).isEqualTo("pk(" + key + ")");
  }

  @Test
  void whatNamesNobodyHasNoAddress() {
    assertThat(new AddressText(BitcoinNetwork.MAINNET).of(Payee.nobody(ScriptType.NULL_DATA)))
        .isNull();
  }
}
