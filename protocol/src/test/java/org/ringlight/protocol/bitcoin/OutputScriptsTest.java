package org.ringlight.protocol.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputScriptsTest {

  private static final String SHORT_KEY = "02" + "11".repeat(32);
  private static final String LONG_KEY = "04" + "22".repeat(64);

  private static Payee payee(String hex) {
    return OutputScripts.payee(
        HexFormat.of().parseHex(hex.replace("KEY", SHORT_KEY).replace("LONG", LONG_KEY)));
  }

  @ParameterizedTest
  @CsvSource({
    "21KEYac, P2PK",
    "41LONGac, P2PK",
    "2105" + "1111111111111111111111111111111111111111111111111111111111111111ac, NONSTANDARD",
    "76a914000102030405060708090a0b0c0d0e0f1011121388ac, P2PKH",
    "a914000102030405060708090a0b0c0d0e0f1011121387, P2SH",
    "0014000102030405060708090a0b0c0d0e0f10111213, P2WPKH",
    "0015000102030405060708090a0b0c0d0e0f1011121314, NONSTANDARD",
    "52021234, WITNESS_UNKNOWN",
    "51024e73, ANCHOR",
    "51024e74, WITNESS_UNKNOWN",
    "6a, NULL_DATA",
    "6a0401020304, NULL_DATA",
    "6a4c0401020304, NULL_DATA",
    "6a0501020304, NONSTANDARD",
    "6a51ac, NONSTANDARD",
    "5121KEY51ae, MULTISIG",
    "5121KEY41LONG52ae, MULTISIG",
    "5221KEY41LONG52ae, MULTISIG",
    "5321KEY41LONG52ae, NONSTANDARD",
    "5121KEY52ae, NONSTANDARD",
    "0021KEY51ae, NONSTANDARD",
    "5121KEY51ad, NONSTANDARD",
    "51, NONSTANDARD",
    "4e, NONSTANDARD",
    "'', NONSTANDARD",
  })
  void kindsAreThoseOfBitcoinCore(String script, ScriptType type) {
    assertThat(payee(script).type()).isEqualTo(type);
  }

  @Test
  void payeesAreNamedByTheBytesThatNameThem() {
    byte[] hash = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f10111213");
    String written = HexFormat.of().formatHex(hash);
    assertThat(payee("76a914" + written + "88ac")).isEqualTo(new Payee(ScriptType.P2PKH, hash, -1));
    assertThat(payee("0014" + written)).isEqualTo(new Payee(ScriptType.P2WPKH, hash, 0));
    assertThat(payee("60021234"))
        .isEqualTo(new Payee(ScriptType.WITNESS_UNKNOWN, new byte[] {0x12, 0x34}, 16));
  }

  @Test
  void twentyKeysAreAsManyAsThereCanBe() {
    String keys = ("21" + SHORT_KEY).repeat(20);
    assertThat(payee("0114" + keys + "0114ae").type()).isEqualTo(ScriptType.MULTISIG);
    assertThat(payee("51" + keys + "0114ae").type()).isEqualTo(ScriptType.MULTISIG);
    assertThat(payee("51" + keys + "21" + SHORT_KEY + "0115ae").type())
        .isEqualTo(ScriptType.NONSTANDARD);
  }

  @Test
  void noScriptMakesItThrow() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      byte[] script = new byte[random.nextInt(45)];
      random.nextBytes(script);
      if (script.length > 0 && random.nextBoolean()) {
        script[script.length - 1] = (byte) (random.nextBoolean() ? 0xae : 0xac);
        script[0] = (byte) (0x51 + random.nextInt(3));
      }
      assertThat(OutputScripts.payee(script)).isNotNull();
    }
  }
}
