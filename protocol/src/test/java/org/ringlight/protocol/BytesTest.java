package org.ringlight.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {

  private static final byte[] FIVE = {1, 2, (byte) 0xff, 4, 5};

  @Test
  void theArrayGivenAndTheArrayTakenAreCopies() {
    byte[] given = FIVE.clone();
    Bytes whole = Bytes.of(given);
    Bytes part = Bytes.at(given, 1, 3);
    given[1] = 9;
    whole.toBytes()[1] = 9;
    part.toBytes()[0] = 9;
    assertThat(whole.toBytes()).isEqualTo(FIVE);
    assertThat(part.toBytes()).containsExactly(2, 0xff);
  }

  @Test
  void equalByContentWhereverItCameFrom() {
    assertThat(Bytes.at(FIVE, 1, 4))
        .isEqualTo(Bytes.of(FIVE).slice(1, 4))
        .hasSameHashCodeAs(Bytes.of(FIVE).slice(1, 4))
        .isNotEqualTo(Bytes.at(FIVE, 1, 5));
    assertThat(Bytes.at(FIVE, 2, 2)).isEqualTo(Bytes.EMPTY).isEqualTo(Bytes.of(new byte[0]));
  }

  @Test
  void aByteIsUnsigned() {
    assertThat(Bytes.of(FIVE).u8(2)).isEqualTo(255);
  }

  @Test
  void copyToWritesAllOfThem() {
    byte[] target = new byte[4];
    Bytes.at(FIVE, 0, 2).copyTo(target, 1);
    assertThat(target).containsExactly(0, 1, 2, 0);
  }

  @Test
  void aRangeThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Bytes.at(FIVE, 3, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Bytes.at(FIVE, -1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Bytes.of(FIVE).slice(3, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theirHashIsComputedOnce() {
    Bytes bytes = Bytes.of(FIVE);
    assertThat(bytes.keccak()).isEqualTo(Hash.of(Keccak.hash(FIVE))).isSameAs(bytes.keccak());
    assertThat(new Prunable.Whole(bytes).hash()).isSameAs(bytes.keccak());
  }

  @Test
  void printsAsHexAndLongOnesWithTheirSize() {
    assertThat(Bytes.of(FIVE)).hasToString("0102ff0405");
    assertThat(Bytes.EMPTY).hasToString("");
    assertThat(Bytes.of(new byte[64])).hasToString("00".repeat(64));
    assertThat(Bytes.of(new byte[65])).hasToString("00".repeat(64) + "... (65 bytes)");
  }
}
