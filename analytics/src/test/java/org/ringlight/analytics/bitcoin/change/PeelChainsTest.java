package org.ringlight.analytics.bitcoin.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringlight.analytics.bitcoin.CoinTransaction.UNKNOWN;
import static org.ringlight.analytics.bitcoin.Drawing.output;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.analytics.bitcoin.change.PeelChain.Step;
import org.ringlight.analytics.bitcoin.change.PeelChain.Stop;
import org.ringlight.protocol.bitcoin.ScriptType;

class PeelChainsTest {

  private final ChangeIndex facts = new ChangeIndex();
  private final Map<Long, DrawnTransaction> drawn = new HashMap<>();

  private void add(Drawing drawing) {
    DrawnTransaction one = drawing.drawn();
    drawn.put(one.id(), one);
    facts.read(one);
  }

  private PeelChain through(long transaction) {
    return through(transaction, 100);
  }

  private PeelChain through(long transaction, int most) {
    return new PeelChains(facts)
        .through(facts.traits(drawn.getOrDefault(transaction, tx(0).drawn())), most);
  }

  /** The thief's wallet sets lock times; payees do not. */
  private static Drawing thief(long id) {
    return tx(id).lockTime(700_000 + id).sequence(0xfffffffeL);
  }

  private void threeSteps() {
    add(thief(1).in(9000, 1).in(100, 2).out(9000, 3));
    add(thief(2).spends(output(1, 0), 9000, 3).out(500, 10).out(8400, 4));
    add(tx(3).spends(output(2, 0), 500, 10).out(100, 90).out(390, 91));
    add(thief(4).spends(output(2, 1), 8400, 4).out(7800, 5).out(500, 11));
    add(thief(5).spends(output(4, 0), 7800, 5).out(500, 12).out(7200, 6));
  }

  @Test
  void aChainIsFollowedBothWaysAndIsTheSameFromEachStep() {
    threeSteps();
    PeelChain wanted =
        new PeelChain(
            List.of(new Step(2, output(2, 1)), new Step(4, output(4, 0)), new Step(5, UNKNOWN)),
            Stop.OTHER_SHAPE,
            Stop.UNSPENT);
    assertThat(through(2)).isEqualTo(wanted);
    assertThat(through(4)).isEqualTo(wanted);
    assertThat(through(5)).isEqualTo(wanted);
  }

  @Test
  void aSpenderOfAnotherShapeStopsItAndItsCoinIsStillChange() {
    threeSteps();
    add(thief(6).spends(output(5, 1), 7200, 6).in(5, 1).out(7100, 7));
    PeelChain chain = through(4);
    assertThat(chain.after()).isEqualTo(Stop.OTHER_SHAPE);
    assertThat(chain.steps().get(2)).isEqualTo(new Step(5, output(5, 1)));
  }

  @Test
  void twoSpendersThatLookAlikeStopIt() {
    threeSteps();
    add(thief(6).spends(output(4, 1), 500, 11).out(100, 92).out(390, 93));
    assertThat(through(2).after()).isEqualTo(Stop.SEVERAL_MATCH);
    assertThat(through(2).steps()).hasSize(2);
    assertThat(through(5).before()).isEqualTo(Stop.SEVERAL_MATCH);
    assertThat(through(5).steps()).containsExactly(new Step(5, UNKNOWN));
  }

  @Test
  void anotherWalletStopsIt() {
    threeSteps();
    add(tx(6).spends(output(5, 1), 7200, 6).out(7100, 7).out(50, 8));
    assertThat(through(2).after()).isEqualTo(Stop.NO_MATCH);
    assertThat(through(6).before()).isEqualTo(Stop.NO_MATCH);
    assertThat(through(6).steps()).containsExactly(new Step(6, UNKNOWN));
  }

  @Test
  void versionSequenceAndScriptsTellWalletsApart() {
    threeSteps();
    add(thief(6).version(1).spends(output(5, 1), 7200, 6).out(7100, 7).out(50, 8));
    assertThat(through(2).after()).isEqualTo(Stop.NO_MATCH);
    add(thief(7).in(9000, 20).out(500, 21).out(8400, 22));
    add(thief(8).sequence(0).spends(output(7, 1), 8400, 22).out(9, 23).out(8300, 24));
    assertThat(through(7).after()).isEqualTo(Stop.NO_MATCH);
    add(thief(9).in(9000, 30).script(ScriptType.P2TR).out(500, 31).out(8400, 32));
    add(thief(10).script(ScriptType.P2TR).spends(output(9, 1), 8400, 32).out(9, 33).out(8300, 34));
    assertThat(through(9).after()).isEqualTo(Stop.NO_MATCH);
  }

  @Test
  void whereItBeginsIsSaid() {
    add(thief(1).out(5000, 1));
    add(thief(2).spends(output(1, 0), 5000, 1).out(500, 2).out(4400, 3));
    assertThat(through(2).before()).isEqualTo(Stop.COINBASE);
    add(thief(3).in(5000, 4).out(500, 5).out(4400, 6));
    assertThat(through(3).before()).isEqualTo(Stop.UNKNOWN_PAST);
  }

  @Test
  void whatIsNoStepIsNotFollowed() {
    add(thief(1).in(5000, 4).data().out(4400, 6));
    add(thief(2).in(5000, 4).in(9, 5).out(500, 5).out(4400, 6));
    for (long id : new long[] {1, 2}) {
      assertThat(through(id)).isEqualTo(new PeelChain(List.of(), Stop.NOT_A_STEP, Stop.NOT_A_STEP));
    }
  }

  @Test
  void itGoesNoFurtherThanAsked() {
    threeSteps();
    PeelChain chain = through(4, 0);
    assertThat(chain.steps()).containsExactly(new Step(4, output(4, 0)));
    assertThat(chain.before()).isEqualTo(Stop.LIMIT);
    assertThat(chain.after()).isEqualTo(Stop.LIMIT);
    assertThat(through(2, 1).steps()).hasSize(2);
    assertThat(through(2, 2).after()).isEqualTo(Stop.UNSPENT);
  }
}
