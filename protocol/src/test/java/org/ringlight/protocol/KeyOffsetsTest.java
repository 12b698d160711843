package org.ringlight.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.wire.TransactionDecoder;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.testing.RandomTransactions;

class KeyOffsetsTest {

  @Test
  void indicesAreSumsOfOffsets() {
    assertThat(KeyOffsets.ofRelative(10, 5, 1).absolute()).containsExactly(10, 15, 16);
    assertThat(KeyOffsets.ofAbsolute(10, 15, 16)).isEqualTo(KeyOffsets.ofRelative(10, 5, 1));
  }

  @Test
  void duplicatesAndDisorderSurvive() {
    KeyOffsets offsets = KeyOffsets.ofAbsolute(7, 7, 3, 9);
    assertThat(offsets.relative()).containsExactly(7, 0, -4, 6);
    assertThat(offsets.absolute()).containsExactly(7, 7, 3, 9);
    assertThat(offsets).hasToString("[7 +0 +18446744073709551612 +6]");
  }

  @Test
  void sumsWrapAround() {
    KeyOffsets offsets = KeyOffsets.ofRelative(-1, 3);
    assertThat(offsets.absolute()).containsExactly(-1, 2);
    assertThat(KeyOffsets.ofAbsolute(-1, 2)).isEqualTo(offsets);
  }

  @Test
  void aRingMayHaveNoMember() {
    assertThat(KeyOffsets.ofRelative().absolute()).isEmpty();
    assertThat(KeyOffsets.ofAbsolute().size()).isZero();
  }

  @Test
  void wildOffsetsSurviveTheWire() {
    TransactionV1 any = new RandomTransactions(1).v1(new RandomTransactions.Shape(1, 6, 1));
    Input.ToKey ring = (Input.ToKey) any.prefix().inputs().get(0);
    KeyOffsets wild = KeyOffsets.ofAbsolute(Long.MIN_VALUE, 0, 0, -1, 5, 5);
    TransactionV1 transaction =
        new TransactionV1(
            new TransactionPrefix(
                1,
                0,
                List.of(new Input.ToKey(ring.amount(), wild, ring.keyImage())),
                any.prefix().outputs(),
                Bytes.EMPTY),
            any.signatures());
    assertThat(TransactionDecoder.full(TransactionEncoder.full(transaction)))
        .isEqualTo(transaction);
  }

  @Test
  void theArrayGivenAndTheArrayTakenAreCopies() {
    long[] given = {1, 2};
    KeyOffsets offsets = KeyOffsets.ofRelative(given);
    given[0] = 9;
    offsets.relative()[1] = 9;
    assertThat(offsets.relative()).containsExactly(1, 2);
  }
}
