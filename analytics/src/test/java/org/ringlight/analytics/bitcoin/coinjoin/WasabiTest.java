package org.ringlight.analytics.bitcoin.coinjoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;

class WasabiTest {

  private static final long BASE = 10_000_000;

  private static List<CoinJoinSign> signs(Drawing tx, CoinJoinKind kind) {
    return CoinJoins.look(tx.drawn()).standing().stream()
        .filter(sign -> sign.kind() == kind)
        .toList();
  }

  private static boolean is10(Drawing tx) {
    return new Wasabi10().look(tx.drawn(), Shape.of(tx.drawn())).isPresent();
  }

  private static boolean is11(Drawing tx) {
    return new Wasabi11().look(tx.drawn(), Shape.of(tx.drawn())).isPresent();
  }

  private static boolean is20(Drawing tx) {
    return new Wasabi20().look(tx.drawn(), Shape.of(tx.drawn())).isPresent();
  }

  /** Change of different values. */
  private static Drawing change(Drawing tx, int count) {
    for (int i = 0; i < count; i++) {
      tx.out(1_234_567 + 7919L * i, 500 + i);
    }
    return tx;
  }

  private static Drawing one(int inputs, int mixed, long denomination, int change) {
    return change(tx(1).ins(inputs, 30_000_000, 1).outs(mixed, denomination, 200), change);
  }

  @Test
  void aRoundOfVersion10() {
    assertThat(signs(one(10, 8, BASE, 9), CoinJoinKind.WASABI_1_0))
        .contains(new CoinJoinSign(CoinJoinKind.WASABI_1_0, 70, 8, List.of(BASE)));
  }

  @Test
  void itsDenominationLiesWithinFivePerCent() {
    assertThat(is10(one(10, 8, 9_499_999, 9))).isFalse();
    assertThat(is10(one(10, 8, 9_500_000, 9))).isTrue();
    assertThat(is10(one(10, 8, 10_500_000, 9))).isTrue();
    assertThat(is10(one(10, 8, 10_500_001, 9))).isFalse();
  }

  @Test
  void itHasTenInputsAndThreeParticipantsWithAtMostSevenEach() {
    assertThat(is10(one(9, 8, BASE, 9))).isFalse();
    assertThat(is10(one(10, 2, BASE, 3))).isFalse();
    assertThat(is10(one(10, 3, BASE, 4))).isTrue();
    assertThat(is10(one(21, 3, BASE, 4))).isTrue();
    assertThat(is10(one(22, 3, BASE, 4))).isFalse();
    assertThat(is10(one(10, 11, BASE, 9))).isFalse();
  }

  @Test
  void halfOfItsOutputsWithoutTheCoordinatorsAreMixed() {
    assertThat(is10(one(10, 8, BASE, 9))).isTrue();
    assertThat(is10(one(10, 8, BASE, 10))).isFalse();
  }

  @Test
  void noAddressSpendsMoreThanATenthNorReceivesTwice() {
    assertThat(is10(one(10, 8, BASE, 9).in(30_000_000, 1))).isFalse();
    assertThat(is10(one(19, 8, BASE, 9).in(30_000_000, 1))).isTrue();
    assertThat(is10(one(10, 8, BASE, 8).out(99_999, 200))).isFalse();
  }

  @Test
  void aSmallRoundIsNoPayoutInEqualParts() {
    assertThat(is10(one(19, 8, BASE, 0).out(1, 700))).isFalse();
    assertThat(is10(one(20, 8, BASE, 0).out(1, 700))).isTrue();
    assertThat(is10(one(19, 8, BASE, 0).out(8_000, 700))).isFalse();
    assertThat(is10(one(19, 8, BASE, 0).out(8_001, 700))).isTrue();
  }

  @Test
  void levelsOfVersion11AreBaseTimesPowersOfTwo() {
    Drawing round = one(10, 6, BASE, 5).outs(3, 2 * BASE, 300).outs(2, 8 * BASE, 310);
    round.ins(4, 100 * BASE, 400);
    assertThat(signs(round, CoinJoinKind.WASABI_1_1))
        .containsExactly(
            new CoinJoinSign(CoinJoinKind.WASABI_1_1, 66, 6, List.of(BASE, 2 * BASE, 8 * BASE)));
  }

  @Test
  void aLevelHasTwoOutputsAndTheFirstLevelAloneIsVersion10() {
    Drawing alone = one(10, 6, BASE, 5).out(2 * BASE, 300);
    assertThat(signs(alone, CoinJoinKind.WASABI_1_1)).isEmpty();
    assertThat(signs(alone, CoinJoinKind.WASABI_1_0))
        .contains(new CoinJoinSign(CoinJoinKind.WASABI_1_0, 76, 6, List.of(BASE)));
    assertThat(signs(alone.out(2 * BASE, 301), CoinJoinKind.WASABI_1_1)).hasSize(1);
  }

  @Test
  void withOneOfTwoConditionsVersion11HasHalfTheConfidenceAndWithNoneItIsNone() {
    // 12 outputs that are no change of ten inputs: 3 mixed of 14 are enough, of 15 are not
    CoinJoinSign half =
        new Wasabi11()
            .look(one(10, 3, BASE, 11).drawn(), Shape.of(one(10, 3, BASE, 11).drawn()))
            .orElseThrow();
    assertThat(half.confidence()).isEqualTo((50 + 50 * 11 / 60) / 2);
    assertThat(is11(one(10, 3, BASE, 12))).isFalse();
  }

  @Test
  void version11HasTenInputsThreeParticipantsAndNoAddressTwice() {
    assertThat(is11(one(9, 8, BASE, 9))).isFalse();
    assertThat(is11(one(10, 2, BASE, 3))).isFalse();
    assertThat(is11(one(22, 3, BASE, 4))).isFalse();
    assertThat(is11(one(10, 8, BASE, 8).out(99_999, 200))).isFalse();
  }

  private static Drawing two(int inputs, int change) {
    Drawing tx = tx(1).ins(inputs, 1_000_000, 1);
    return change(tx.outs(4, 531_441, 200).outs(3, 65_536, 210).outs(2, 5_000, 220), change);
  }

  @Test
  void aRoundOfVersion20() {
    assertThat(signs(two(20, 3), CoinJoinKind.WASABI_2_0))
        .containsExactly(
            new CoinJoinSign(CoinJoinKind.WASABI_2_0, 60, 2, List.of(5_000L, 65_536L, 531_441L)));
  }

  @Test
  void itHasTwentyInputsAndFewOfOneAddress() {
    assertThat(is20(two(19, 3))).isFalse();
    assertThat(is20(two(20, 3))).isTrue();
    assertThat(is20(two(19, 3).in(9, 1))).isTrue();
    assertThat(is20(two(19, 3).in(9, 1).in(9, 1))).isFalse();
  }

  @Test
  void itsOutputsAreWorthFiveThousandAndOfDifferentAddresses() {
    assertThat(is20(two(20, 2).out(5_001, 700))).isTrue();
    assertThat(is20(two(20, 2).out(4_999, 700))).isFalse();
    assertThat(is20(two(20, 2).out(5_001, 200))).isFalse();
  }

  @Test
  void threeValuesRepeatOnHalfOfItsOutputsButNotOnAll() {
    assertThat(is20(two(20, 10))).isTrue();
    assertThat(is20(two(20, 11))).isFalse();
    assertThat(is20(two(20, 1))).isTrue();
    assertThat(is20(two(20, 0))).isFalse();
    Drawing twoValues = tx(1).ins(20, 1_000_000, 1).outs(4, 531_441, 200).outs(3, 65_536, 210);
    assertThat(is20(change(twoValues, 2))).isFalse();
  }
}
