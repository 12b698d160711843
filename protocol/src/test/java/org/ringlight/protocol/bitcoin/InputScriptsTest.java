package org.ringlight.protocol.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputScriptsTest {

  private static final String KEY = "02" + "11".repeat(32);
  private static final String ALL = "01";
  private static final String NONE = "02";
  private static final String SINGLE_ANYONE = "83";

  private static String signature(String hashKind) {
    return "3006020101020102" + hashKind;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static String push(String data) {
    return "%02x".formatted(data.length() / 2) + data;
  }

  private static void reads(
      String script, List<String> witness, boolean signsAll, String... revealed) {
    InputScripts read =
        InputScripts.read(hex(script), witness.stream().map(InputScriptsTest::hex).toList());
    assertThat(read.signsAll()).isEqualTo(signsAll);
    if (revealed.length == 0) {
      assertThat(read.revealedScript()).isNull();
    } else {
      assertThat(read.revealedScript()).isEqualTo(hex(revealed[0]));
    }
  }

  @Test
  void aSignatureAndAKey() {
    reads(push(signature(ALL)) + push(KEY), List.of(), true);
    reads(push(signature(NONE)) + push(KEY), List.of(), false);
    reads("", List.of(signature(ALL), KEY), true);
    reads("", List.of(signature(SINGLE_ANYONE), KEY), false);
  }

  @Test
  void signaturesAlone() {
    reads(push(signature(ALL)), List.of(), true);
    reads("00" + push(signature(ALL)) + push(signature("81")), List.of(), false);
  }

  @Test
  void aScriptLast() {
    String redeem = "51" + push(KEY) + "51ae";
    reads("00" + push(signature(ALL)) + push(redeem), List.of(), true, redeem);
    reads("00" + push(signature(NONE)) + push(redeem), List.of(), false, redeem);
    reads("", List.of("", signature(ALL), redeem), true, redeem);
    reads("", List.of("", signature(ALL), signature("03"), redeem), false, redeem);
  }

  @Test
  void witnessesInsideAScriptHash() {
    String program = "0014" + "33".repeat(20);
    reads(push(program), List.of(signature(ALL), KEY), true, program);
    String script = push(KEY) + "ac";
    reads(push("0020" + "44".repeat(32)), List.of(signature(NONE), script), false, script);
  }

  @Test
  void taproot() {
    String schnorr = "55".repeat(64);
    String leaf = "20" + "66".repeat(32) + "ac";
    String control = "c1" + "77".repeat(32);
    String annex = "50abcd";
    reads("", List.of(schnorr), true);
    reads("", List.of(schnorr + ALL), true);
    reads("", List.of(schnorr + "81"), false);
    reads("", List.of(schnorr + NONE, annex), false);
    reads("", List.of(schnorr, leaf, control), true, leaf);
    reads("", List.of(schnorr + SINGLE_ANYONE, leaf, control + "88".repeat(32)), false, leaf);
    reads("", List.of(schnorr + ALL, leaf, control, annex), true, leaf);
  }

  @Test
  void whatShowsNoSignatureSignsAll() {
    reads("", List.of(), true);
    reads("51", List.of(), true);
    reads("76a9", List.of(), true);
    reads("4effffffff", List.of(), true);
    reads("", List.of(""), true, "");
  }

  @Test
  void nothingMakesItThrow() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      byte[] script = bytes(random, 120);
      List<byte[]> witness = new ArrayList<>();
      for (int item = random.nextInt(5); item > 0; item--) {
        byte[] one = bytes(random, 100);
        if (one.length > 0 && random.nextBoolean()) {
          one[0] = (byte) (random.nextBoolean() ? 0x50 : 0xc0);
        }
        witness.add(one);
      }
      assertThat(InputScripts.read(script, witness)).isNotNull();
    }
    byte[] pushes = new byte[4_000_000];
    Arrays.fill(pushes, (byte) 0);
    assertThat(InputScripts.read(pushes, List.of()).signsAll()).isTrue();
  }

  private static byte[] bytes(Random random, int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }
}
