package org.ringlight.analytics.bitcoin.coinjoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;

class EqualOutputsTest {

  private static boolean fires(Drawing tx) {
    return CoinJoins.look(tx.drawn()).signs().stream()
        .anyMatch(sign -> sign.kind() == CoinJoinKind.EQUAL_OUTPUTS);
  }

  @Test
  void threeEqualOutputsOfFiveWithThreePayersAreOne() {
    CoinJoinVerdict verdict =
        CoinJoins.look(tx(1).ins(3, 9000, 1).outs(3, 8000, 4).out(700, 7).out(800, 8).drawn());
    assertThat(verdict.standing())
        .contains(new CoinJoinSign(CoinJoinKind.EQUAL_OUTPUTS, 50, 3, List.of(8000L)));
  }

  @Test
  void participantsAreHalfOfTheOutputsRoundedUp() {
    assertThat(fires(tx(1).ins(3, 9000, 1).outs(3, 8000, 4).out(700, 7))).isFalse();
    assertThat(fires(tx(1).ins(3, 9000, 1).outs(2, 8000, 4).out(70, 7).out(80, 8))).isTrue();
    assertThat(fires(tx(1).ins(3, 9000, 1).outs(2, 8000, 4).out(700, 7))).isTrue();
  }

  @Test
  void eachParticipantNeedsAnInputAndAnAddress() {
    assertThat(fires(tx(1).ins(2, 19000, 1).outs(3, 8000, 4).out(700, 7).out(800, 8))).isFalse();
    assertThat(fires(tx(1).ins(2, 9000, 1).in(9000, 1).outs(3, 8000, 4).out(700, 7).out(800, 8)))
        .isFalse();
  }

  @Test
  void oneInputOrTwoOutputsAreNone() {
    assertThat(fires(tx(1).in(9000, 1).outs(2, 2000, 4).out(700, 7))).isFalse();
    assertThat(fires(tx(1).ins(2, 9000, 1).outs(2, 2000, 4))).isFalse();
  }

  @Test
  void dustIsNone() {
    for (long dust : new long[] {546, 2730}) {
      assertThat(fires(tx(1).ins(2, 9000, 1).outs(2, dust, 4).out(700, 7))).isFalse();
      assertThat(fires(tx(1).ins(2, 9000, 1).outs(2, dust + 1, 4).out(700, 7))).isTrue();
      assertThat(fires(tx(1).ins(2, 9000, 1).outs(2, dust - 1, 4).out(700, 7))).isTrue();
    }
    assertThat(fires(tx(1).ins(2, 9000, 1).outs(2, 546, 4).outs(2, 800, 6))).isTrue();
  }

  @Test
  void anInputThatIsNotResolvedIsNotJudged() {
    assertThat(fires(tx(1).ins(2, 9000, 1).outs(2, 2000, 4).out(700, 7))).isTrue();
    assertThat(fires(tx(1).ins(2, 9000, 1).unresolved().outs(2, 2000, 4).out(700, 7))).isFalse();
  }
}
