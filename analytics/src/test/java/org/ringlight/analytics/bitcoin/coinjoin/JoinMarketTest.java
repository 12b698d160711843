package org.ringlight.analytics.bitcoin.coinjoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;

class JoinMarketTest {

  private static Optional<CoinJoinSign> sign(Drawing tx) {
    return CoinJoins.look(tx.drawn()).standing().stream()
        .filter(sign -> sign.kind() == CoinJoinKind.JOIN_MARKET)
        .findFirst();
  }

  private static Drawing join(int inputs, int mixed, long denomination, int change) {
    Drawing tx = tx(1).ins(inputs, 300_000, 1).outs(mixed, denomination, 10_000);
    for (int i = 0; i < change; i++) {
      tx.out(2_800 + i, 20_000 + i);
    }
    return tx;
  }

  @Test
  void participantsHaveOneEqualOutputEach() {
    assertThat(sign(join(4, 4, 250_000, 3)))
        .contains(new CoinJoinSign(CoinJoinKind.JOIN_MARKET, 49, 4, List.of(250_000L)));
  }

  @Test
  void thereAreThreeAtLeastAndAnInputAddressForEach() {
    assertThat(sign(join(4, 2, 250_000, 2))).isEmpty();
    assertThat(sign(join(3, 3, 250_000, 2))).isPresent();
    assertThat(sign(join(2, 3, 250_000, 2))).isEmpty();
  }

  @Test
  void halfOfTheOutputsAreEqualAndNotAll() {
    assertThat(sign(join(4, 4, 250_000, 4))).isPresent();
    assertThat(sign(join(4, 4, 250_000, 5))).isEmpty();
    assertThat(sign(join(4, 4, 250_000, 0))).isEmpty();
  }

  @Test
  void dustIsNoDenominationAndAddressesDiffer() {
    assertThat(sign(join(4, 4, 2_730, 3))).isEmpty();
    assertThat(sign(join(4, 4, 2_731, 3))).isPresent();
    assertThat(sign(join(4, 4, 250_000, 2).out(99, 10_000))).isEmpty();
  }

  @Test
  void aLargeRoundIsNoSweepAndHasChange() {
    assertThat(sign(join(60, 3, 250_000, 3))).isPresent();
    assertThat(sign(join(61, 3, 250_000, 3))).isEmpty();
    assertThat(sign(join(50, 10, 250_000, 7))).isPresent();
    assertThat(sign(join(50, 10, 250_000, 6))).isEmpty();
    assertThat(sign(join(49, 10, 250_000, 6))).isPresent();
  }
}
