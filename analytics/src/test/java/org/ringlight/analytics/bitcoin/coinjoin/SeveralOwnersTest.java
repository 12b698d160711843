package org.ringlight.analytics.bitcoin.coinjoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.protocol.bitcoin.ScriptType;

/** Shapes that claim nothing and speak against joining inputs. */
class SeveralOwnersTest {

  private static boolean wall(Drawing tx) {
    return CoinJoins.look(tx.drawn()).stonewall();
  }

  private static boolean pay(Drawing tx) {
    return PayJoinShape.fits(tx.drawn());
  }

  /** 742d8e113839946dad9e81c4b5211e959710a55aa499486bf13a3f435b45456c: 5 readings. */
  @Test
  void twoRealTransactionsWithEntropyHaveTheShapeOfAStonewall() {
    assertThat(
            wall(
                tx(1)
                    .in(2_999_808, 1)
                    .in(2_999_854, 2)
                    .outs(2, 427_566, 3)
                    .out(2_571_867, 5)
                    .out(2_572_242, 6)))
        .isTrue();
    // 8e56317360a548e8ef28ec475878ef70d1371bee3526c017ac22ad61ae5740b8: 3 readings
    assertThat(
            wall(
                tx(2)
                    .in(10_000_000, 1)
                    .in(1_380_000, 2)
                    .out(9_850_000, 3)
                    .out(1_270_000, 4)
                    .outs(2, 100_000, 5)))
        .isTrue();
  }

  private static Drawing wall(long first, long second, long equal, long change, long other) {
    return tx(1).in(first, 1).in(second, 2).outs(2, equal, 3).out(change, 5).out(other, 6);
  }

  @Test
  void eachGroupOfInputsMustPayOneEqualOutputAndOneChange() {
    assertThat(wall(wall(80_000, 90_000, 50_000, 30_000, 40_000))).isTrue();
    assertThat(wall(wall(79_999, 90_001, 50_000, 30_000, 40_000))).isFalse();
    assertThat(wall(wall(80_000, 90_000, 50_000, 30_000, 40_000).in(1, 7))).isTrue();
    assertThat(wall(tx(1).in(80_000, 1).in(90_000, 1).outs(2, 50_000, 3).out(30_000, 5))).isFalse();
  }

  @Test
  void twoOutputsAreEqualAndTheOthersDiffer() {
    assertThat(wall(wall(90_000, 90_000, 50_000, 40_000, 40_000))).isFalse();
    assertThat(wall(wall(90_000, 90_000, 40_000, 40_000, 30_000))).isFalse();
    assertThat(wall(wall(90_000, 90_000, 4_999, 40_000, 30_000))).isFalse();
    assertThat(wall(wall(90_000, 90_000, 5_000, 40_000, 30_000))).isTrue();
    assertThat(wall(tx(1).ins(2, 90_000, 1).outs(2, 50_000, 3).out(30_000, 5))).isTrue();
    assertThat(wall(wall(90_000, 90_000, 5_000, 40_000, 30_000).out(1, 9))).isFalse();
    assertThat(wall(wall(90_000, 90_000, 5_000, 40_000, 30_000).data())).isTrue();
    assertThat(wall(tx(1).ins(2, 90_000, 1).outs(2, 50_000, 3).out(3, 5).out(4, 3))).isFalse();
  }

  @Test
  void aStonewallLetsNoSignStandAndKeepsThemVisible() {
    CoinJoinVerdict verdict = CoinJoins.look(wall(80_000, 90_000, 50_000, 30_000, 39_000).drawn());
    assertThat(verdict.signs())
        .extracting(CoinJoinSign::kind)
        .containsExactly(CoinJoinKind.EQUAL_OUTPUTS);
    assertThat(verdict.standing()).isEmpty();
    assertThat(verdict.confidence()).isZero();
    assertThat(verdict.says(CoinJoinKind.EQUAL_OUTPUTS)).isFalse();
  }

  @Test
  void anInputThatThePaymentDidNotNeedMayBeThePayees() {
    assertThat(pay(tx(1).in(80, 1).in(20, 2).out(60, 3).out(39, 4))).isTrue();
    assertThat(pay(tx(1).in(80, 1).in(40, 2).out(60, 3).out(40, 4))).isTrue();
    assertThat(pay(tx(1).in(80, 1).in(41, 2).out(60, 3).out(40, 4))).isFalse();
  }

  @Test
  void aPayJoinHasTwoOutputsSeveralAddressesAndOneScriptType() {
    assertThat(pay(tx(1).in(80, 1).in(20, 1).out(60, 3).out(39, 4))).isFalse();
    assertThat(pay(tx(1).in(80, 1).in(20, 2).out(60, 3).out(39, 1))).isFalse();
    assertThat(pay(tx(1).in(80, 1).in(20, 2).out(60, 3).out(30, 4).out(9, 5))).isFalse();
    assertThat(pay(tx(1).in(80, 1).in(20, 2).out(60, 3).data())).isFalse();
    assertThat(pay(tx(1).in(99, 1).out(60, 3).out(39, 4))).isFalse();
    assertThat(pay(tx(1).in(80, 1).script(ScriptType.P2TR).in(20, 2).out(60, 3).out(39, 4)))
        .isFalse();
    assertThat(pay(tx(1).in(80, 1).in(20, 2).unresolved().out(60, 3).out(39, 4))).isFalse();
  }
}
