package org.ringlight.protocol.extra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.PublicKey;

class ExtraTest {

  private static final String KEY = "aa".repeat(32);
  private static final PublicKey PUBLIC_KEY = PublicKey.parse(KEY);

  @Test
  void theUsualExtraOfAWalletHasKeyAndEncryptedPaymentId() {
    Extra extra = parse("01" + KEY + "0209011122334455667788");
    assertThat(extra.transactionPublicKeys()).containsExactly(PUBLIC_KEY);
    assertThat(extra.paymentId())
        .hasValue(new PaymentId(PaymentId.Kind.ENCRYPTED, bytes("1122334455667788")));
    assertThat(extra.parsedWhole()).isTrue();
    assertThat(extra.encode()).hasSize(44);
  }

  @Test
  void aPlainPaymentIdHas32Bytes() {
    Extra extra = parse("022100" + KEY + "01" + KEY);
    assertThat(extra.paymentId().map(PaymentId::kind)).hasValue(PaymentId.Kind.PLAIN);
    assertThat(extra.paymentId().map(PaymentId::bytes)).hasValue(bytes(KEY));
  }

  @Test
  void onlyTheFirstNonceIsAskedForAPaymentId() {
    assertThat(parse("0203616263" + "0209011122334455667788").paymentId()).isEmpty();
    assertThat(parse("020800" + "11".repeat(7)).paymentId()).isEmpty();
    assertThat(parse("0200").paymentId()).isEmpty();
  }

  @Test
  void everyKindOfFieldIsRead() {
    Extra extra = parse("032105" + KEY + "0402" + KEY + KEY + "de02beef" + "0000");
    assertThat(extra.fields())
        .containsExactly(
            new ExtraField.MergeMining(5, Hash.parse(KEY)),
            new ExtraField.AdditionalKeys(List.of(PUBLIC_KEY, PUBLIC_KEY)),
            new ExtraField.MinerGate(bytes("beef")),
            new ExtraField.Padding(2));
    assertThat(extra.additionalPublicKeys()).hasSize(2);
    assertThat(extra.parsedWhole()).isTrue();
  }

  @Test
  void aThousandKeysAreAllKept() {
    assertThat(parse(("01" + KEY).repeat(1000)).transactionPublicKeys())
        .isEqualTo(Collections.nCopies(1000, PUBLIC_KEY));
  }

  @Test
  void paddingRunsToTheEndAndIsAtMost255Long() {
    assertThat(parse("00".repeat(255)).fields()).containsExactly(new ExtraField.Padding(255));
    assertThat(parse("00".repeat(256)).fields()).isEmpty();
    assertThat(parse("00".repeat(60_000)).remainder().size()).isEqualTo(60_000);
    assertThat(parse("0000" + "01" + KEY).transactionPublicKeys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "000001",
        "01",
        "01aabb",
        "02",
        "0205aabb",
        "028000",
        "0300",
        "0301",
        "0221",
        "032100",
        "0402aa",
        "04ffffffffffffffffff01",
        "05",
        "de",
        "de05",
        "ff",
        "de00",
        "0400"
      })
  void whatCannotBeReadStaysInTheRemainder(String hex) {
    Extra extra = parse("01" + KEY + hex);
    assertThat(extra.transactionPublicKeys()).hasSize(1);
    assertThat(HexFormat.of().formatHex(extra.encode())).isEqualTo("01" + KEY + hex);
  }

  @Test
  void aMergeMiningFieldOfAnotherLengthIsUnreadable() {
    assertThat(parse("032200" + KEY + "00").parsedWhole()).isFalse();
    assertThat(parse("0321" + "8000" + KEY.substring(2)).parsedWhole()).isFalse();
  }

  @Test
  void anyBytesComeBack() {
    Random random = new Random(11);
    byte[] tags = {0, 1, 2, 3, 4, (byte) 0xde, 32, 33, 9};
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      for (int j = 0; j < bytes.length; j += 1 + random.nextInt(40)) {
        bytes[j] = tags[random.nextInt(tags.length)];
      }
      assertThat(Extra.parse(bytes).encode()).isEqualTo(bytes);
    }
  }

  private static Bytes bytes(String hex) {
    return Bytes.of(HexFormat.of().parseHex(hex));
  }

  private static Extra parse(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Extra extra = Extra.parse(bytes);
    assertThat(extra.encode()).isEqualTo(bytes);
    return extra;
  }
}
