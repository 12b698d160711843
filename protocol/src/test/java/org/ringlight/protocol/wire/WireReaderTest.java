package org.ringlight.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.DataInvalid;

class WireReaderTest {

  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "7f, 127",
    "8001, 128",
    "ff01, 255",
    "8002, 256",
    "ffff03, 65535",
    "ffffffffffffffffff01, 18446744073709551615",
    "80808080808080808001, 9223372036854775808"
  })
  void canonicalVarintsAreRead(String hex, String value) {
    WireReader in = reader(hex);
    assertThat(Long.toUnsignedString(in.varint("n"))).isEqualTo(value);
    in.requireEnd("n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8000", "ff00", "808000", "80808080808080808000"})
  void aNeedlessLastByteIsRefused(String hex) {
    assertThatThrownBy(() -> reader(hex).varint("ring size"))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("ring size is a varint with a needless last byte [byte 0 of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ffffffffffffffffff02", "80808080808080808002", "ffffffffffffffffffff01"})
  void moreThan64BitsAreRefused(String hex) {
    assertThatThrownBy(() -> reader(hex).varint("fee"))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("fee is a varint of more than 64 bits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8002", "ff02", "808001"})
  void moreThanEightBitsAreRefusedWhereEightAreAllowed(String hex) {
    assertThatThrownBy(() -> reader(hex).varint(8, "major version"))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("more than 8 bits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80", "ffff"})
  void aVarintCutOffIsRefused(String hex) {
    assertThatThrownBy(() -> reader(hex).varint("fee"))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("fee is cut off");
  }

  @Test
  void everyWrittenVarintIsReadAgainAndMeasured() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long value = random.nextLong() >>> random.nextInt(64);
      WireWriter out = new WireWriter(0);
      out.varint(value);
      assertThat(out.size()).isEqualTo(WireWriter.varintSize(value));
      assertThat(WireReader.of(out.toBytes()).varint("n")).isEqualTo(value);
    }
  }

  @Test
  void aCountIsHeldAgainstTheBytesLeft() {
    assertThat(reader("02aabbccdd").count("n", 2)).isEqualTo(2);
    assertThatThrownBy(() -> reader("03aabbccdd").count("number of keys", 2))
        .isInstanceOf(DataInvalid.class)
        .hasMessage(
            "number of keys is 3, more than the bytes that follow can hold [byte 0 of 5]; the bytes"
                + " are damaged or not Monero's: fetch them again, from another node if it"
                + " repeats");
    assertThatThrownBy(() -> reader("ffffffffffffffffff01").count("n", 1))
        .hasMessageContaining("n is 18446744073709551615, more");
  }

  @Test
  void aRangeInTheMiddleEndsWhereItEnds() {
    WireReader in = WireReader.of(new byte[] {9, 1, 2, 0, 0, 0, 9}, 2, 6);
    assertThat(in.u32("nonce")).isEqualTo(2);
    assertThatThrownBy(() -> in.u8("tag"))
        .hasMessageStartingWith("tag is cut off: 1 bytes wanted, 0 left [byte 4 of 4]");
  }

  private static WireReader reader(String hex) {
    return WireReader.of(HexFormat.of().parseHex(hex));
  }
}
