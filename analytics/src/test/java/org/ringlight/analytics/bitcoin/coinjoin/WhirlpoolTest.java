package org.ringlight.analytics.bitcoin.coinjoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringlight.analytics.bitcoin.Drawing.output;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;

class WhirlpoolTest {

  private static final long POOL = 1_000_000;

  private static Optional<CoinJoinSign> sign(Drawing tx) {
    return CoinJoins.look(tx.drawn()).standing().stream()
        .filter(sign -> sign.kind() == CoinJoinKind.WHIRLPOOL)
        .findFirst();
  }

  private static Drawing mix(int remixed, int entering, long extra) {
    return tx(1)
        .ins(remixed, POOL, 1)
        .ins(entering, POOL + extra, 21)
        .outs(remixed + entering, POOL, 41);
  }

  @Test
  void fiveToEightCoinsOfAPoolAreMixed() {
    assertThat(sign(mix(3, 2, 500)))
        .contains(new CoinJoinSign(CoinJoinKind.WHIRLPOOL, 60, 5, List.of(POOL)));
    assertThat(sign(mix(2, 2, 500))).isEmpty();
    assertThat(sign(mix(6, 2, 500))).isPresent();
    assertThat(sign(mix(7, 2, 500))).isEmpty();
  }

  @Test
  void oneToFourCoinsEnter() {
    assertThat(sign(mix(5, 0, 500))).isEmpty();
    assertThat(sign(mix(4, 1, 500))).isPresent();
    assertThat(sign(mix(1, 4, 500))).isPresent();
    assertThat(sign(mix(1, 5, 500))).isEmpty();
  }

  @Test
  void whatEntersBringsTheMinersShare() {
    assertThat(sign(mix(3, 2, 99))).isEmpty();
    assertThat(sign(mix(3, 2, 100))).isPresent();
    assertThat(sign(mix(3, 2, 110_000))).isPresent();
    assertThat(sign(mix(3, 2, 110_001))).isEmpty();
  }

  @Test
  void outputsAreAPoolsDenominationAndAddressesDiffer() {
    assertThat(sign(tx(1).ins(3, 2 * POOL, 1).ins(2, 2 * POOL + 500, 9).outs(5, 2 * POOL, 20)))
        .isEmpty();
    assertThat(sign(mix(3, 1, 500).in(POOL + 500, 1).out(POOL, 99))).isEmpty();
    assertThat(sign(mix(3, 1, 500).in(POOL + 500, 77).out(POOL, 41))).isEmpty();
    assertThat(sign(mix(3, 1, 500).in(POOL + 500, 77).out(POOL - 1, 99))).isEmpty();
  }

  private static Drawing tx0(int premix, long premixValue, long fee) {
    return tx(1).in(100 * POOL, 1).data().outs(premix, premixValue, 10).out(fee, 200);
  }

  private static boolean isTx0(Drawing tx) {
    return CoinJoins.look(tx.drawn()).tx0().isPresent();
  }

  @Test
  void aTx0PaysTheFeeAndMakesCoinsThatEnter() {
    assertThat(CoinJoins.look(tx0(3, POOL + 500, 50_000).out(777_777, 300).drawn()).tx0())
        .contains(new CoinJoinSign(CoinJoinKind.WHIRLPOOL_TX0, 60, 1, List.of(POOL)));
    assertThat(isTx0(tx0(3, POOL + 99, 50_000))).isFalse();
    assertThat(isTx0(tx0(3, POOL + 110_001, 50_000))).isFalse();
    assertThat(isTx0(tx0(70, POOL + 500, 50_000))).isTrue();
    assertThat(isTx0(tx0(71, POOL + 500, 50_000))).isFalse();
  }

  @Test
  void itsFeeIsHalfToThreeTimesThePools() {
    assertThat(isTx0(tx0(3, POOL + 500, 24_999))).isFalse();
    assertThat(isTx0(tx0(3, POOL + 500, 25_000))).isTrue();
    assertThat(isTx0(tx0(3, POOL + 500, 150_000))).isTrue();
    assertThat(isTx0(tx0(3, POOL + 500, 150_001))).isFalse();
    assertThat(isTx0(tx0(3, POOL + 500, 50_000).out(60_000, 300))).isFalse();
  }

  @Test
  void itHasOneOutputOfDataAndAtMostOneOfChange() {
    assertThat(isTx0(tx0(3, POOL + 500, 50_000).data())).isFalse();
    assertThat(isTx0(tx(1).in(9 * POOL, 1).outs(3, POOL + 500, 10).out(50_000, 20))).isFalse();
    assertThat(isTx0(tx0(3, POOL + 500, 50_000).out(777_777, 300).out(777_778, 301))).isFalse();
  }

  @Test
  void aTx0IsNoMixSoThatNobodyKeepsItsInputsApart() {
    assertThat(CoinJoins.look(tx0(3, POOL + 500, 50_000).drawn()).standing()).isEmpty();
    assertThat(CoinJoinKind.WHIRLPOOL_TX0.isMix()).isFalse();
  }

  @Test
  void withItsCoinsKnownToComeFromThePoolAMixHasMoreConfidence() {
    WhirlpoolLineage lineage = new WhirlpoolLineage();
    Drawing entering = tx(1).in(9 * POOL, 1).data().outs(4, POOL + 500, 10).out(50_000, 20);
    lineage.look(entering.drawn());
    Drawing older = tx(2).ins(4, POOL, 30).in(POOL + 500, 40).outs(5, POOL, 50);
    assertThat(lineage.look(older.drawn()).confidence()).isEqualTo(60);
    assertThat(lineage.look(next(3, 4).drawn()).confidence()).isEqualTo(90);
    // the same coins are spent now
    assertThat(lineage.look(next(4, 4).drawn()).confidence()).isEqualTo(60);
  }

  @Test
  void oneCoinFromElsewhereLeavesTheConfidenceAsItIs() {
    WhirlpoolLineage lineage = new WhirlpoolLineage();
    lineage.look(tx(1).in(9 * POOL, 1).data().outs(4, POOL + 500, 10).out(50_000, 20).drawn());
    lineage.look(tx(2).ins(4, POOL, 30).in(POOL + 500, 40).outs(5, POOL, 50).drawn());
    assertThat(lineage.look(next(3, 3).in(POOL, 99).out(POOL, 98).drawn()).confidence())
        .isEqualTo(60);
  }

  private static Drawing next(long id, int remixed) {
    Drawing mix = tx(id).spends(output(1, 1), POOL + 500, 10);
    for (int j = 0; j < remixed; j++) {
      mix.spends(output(2, j), POOL, 50 + j);
    }
    return mix.outs(1 + remixed, POOL, 60 + 10 * id);
  }
}
