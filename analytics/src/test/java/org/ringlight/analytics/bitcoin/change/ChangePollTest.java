package org.ringlight.analytics.bitcoin.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringlight.analytics.bitcoin.Drawing.output;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus.Silence;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus.Veto;
import org.ringlight.protocol.bitcoin.ScriptType;

class ChangePollTest {

  private final ChangeIndex facts = new ChangeIndex();

  private ChangeConsensus ask(Drawing drawing) {
    return ask(new ChangePoll(), drawing);
  }

  private ChangeConsensus ask(ChangePoll poll, Drawing drawing) {
    DrawnTransaction drawn = drawing.drawn();
    facts.read(drawn);
    return poll.ask(drawn, facts);
  }

  @Test
  void theMostConfidentVoteDecidesAndDissentIsShown() {
    ChangeConsensus consensus =
        ask(tx(1).in(70_000, 1).in(50_000, 2).out(80_000, 2).out(39_999, 3));
    assertThat(consensus.output()).isZero();
    assertThat(consensus.confidence()).isEqualTo(100);
    assertThat(consensus.sources())
        .containsExactly(ChangeSource.DIRECT_CHANGE, ChangeSource.MULTI_INPUT_CHANGE);
    assertThat(consensus.dissent())
        .containsExactly(
            ChangeSource.ONE_TIME_CHANGE,
            ChangeSource.OPTIMAL_CHANGE,
            ChangeSource.OPTIMAL_CHANGE_AFTER_FEE,
            ChangeSource.FRESH_ADDRESS);
  }

  @Test
  void ofEqualVotesTheLargerNumberDecidesAndElseNone() {
    // power of ten and fresh address against each other
    ChangePoll two = new ChangePoll(List.of(new PowerOfTen(), new FreshAddress()), Map.of());
    ask(tx(1).in(5_000_000, 1).out(4_000_000, 3));
    Drawing split = tx(2).in(5_000_000, 1).out(1_999_999, 3).out(3_000_000, 4);
    ChangeConsensus tied = ask(two, split);
    // 3 was paid before, which strikes the vote for it; 4 is round, which strikes the other
    assertThat(tied.isFound()).isFalse();
    assertThat(tied.vetoes())
        .containsExactly(
            new Veto(ChangeVeto.PAID_BEFORE, 0, List.of(ChangeSource.POWER_OF_TEN)),
            new Veto(ChangeVeto.ROUND_VALUE, 1, List.of(ChangeSource.FRESH_ADDRESS)));
    Drawing even = tx(3).in(70, 1).in(60, 2).script(ScriptType.P2TR).out(59, 5);
    ChangePoll types =
        new ChangePoll(List.of(OptimalChange.plain(), new AddressTypeChange()), Map.of());
    ChangeConsensus none = ask(types, even.script(ScriptType.P2WPKH).out(65, 6));
    assertThat(none.isFound()).isFalse();
    assertThat(none.confidence()).isZero();
    assertThat(none.dissent())
        .containsExactly(ChangeSource.OPTIMAL_CHANGE, ChangeSource.ADDRESS_TYPE);
  }

  @Test
  void measuredConfidencesTakeThePlaceOfTheDefaults() {
    ChangePoll measured =
        new ChangePoll(
            List.of(OptimalChange.plain(), new AddressTypeChange()),
            Map.of(ChangeSource.ADDRESS_TYPE, 83));
    Drawing even = tx(3).in(70, 1).in(60, 2).script(ScriptType.P2TR).out(59, 5);
    ChangeConsensus consensus = ask(measured, even.script(ScriptType.P2WPKH).out(65, 6));
    assertThat(consensus.output()).isEqualTo(1);
    assertThat(consensus.confidence()).isEqualTo(83);
  }

  @Test
  void aVetoStrikesWhatIsNoMoreConfidentAndNothingElse() {
    ask(tx(1).in(5_000_000, 1).out(4_000_000, 9));
    ChangeConsensus direct = ask(tx(2).in(9_000_000, 1).out(2_000_000, 9).out(6_000_000, 1));
    assertThat(direct.output()).isEqualTo(1);
    assertThat(direct.vetoes()).contains(new Veto(ChangeVeto.ROUND_VALUE, 1, List.of()));
  }

  @Test
  void anOutputOfAnotherKnownOwnerIsNoChange() {
    ChangeIndex labelled = new ChangeIndex();
    labelled.owners(cluster -> cluster == 1 ? 70 : cluster == 4 ? 80 : -1);
    DrawnTransaction drawn = tx(2).in(60, 1).in(50, 2).out(70, 3).out(39, 4).drawn();
    labelled.read(drawn);
    ChangeConsensus consensus = new ChangePoll().ask(drawn, labelled);
    assertThat(consensus.isFound()).isFalse();
    assertThat(consensus.vetoes())
        .extracting(Veto::reason, Veto::output)
        .containsExactly(tuple(ChangeVeto.OTHER_OWNER, 1));
    assertThat(new ChangePoll(ChangePoll.all(), Map.of()).ask(drawn, facts(drawn)).output())
        .isEqualTo(1);
  }

  private static ChangeIndex facts(DrawnTransaction drawn) {
    ChangeIndex facts = new ChangeIndex();
    facts.read(drawn);
    return facts;
  }

  @Test
  void aPeelingChainWithExtremeValuesHasPriority() {
    DrawnTransaction first = tx(1).in(90_000_000, 1).out(1_234_567, 3).out(88_000_000, 4).drawn();
    facts.read(first);
    facts.read(tx(2).spends(output(1, 1), 88_000_000, 4).out(999, 5).out(87_000_000, 6).drawn());
    ChangeConsensus consensus = new ChangePoll().ask(first, facts);
    // the odd amount of the other output looks like change
    assertThat(consensus.output()).isEqualTo(1);
    assertThat(consensus.sources()).containsExactly(ChangeSource.LARGER_IN_PEEL);
    assertThat(consensus.vetoes())
        .contains(
            new Veto(
                ChangeVeto.PEELED,
                0,
                List.of(ChangeSource.ONE_TIME_CHANGE, ChangeSource.POWER_OF_TEN)))
        .contains(new Veto(ChangeVeto.ROUND_VALUE, 1, List.of()));
  }

  @Test
  void valuesOfAPeelingChainDoNotOutweighACluster() {
    DrawnTransaction first = tx(1).in(90_000_001, 1).out(1_234_567, 3).out(88_000_001, 4).drawn();
    facts.read(first);
    facts.read(tx(2).spends(output(1, 1), 88_000_001, 4).out(999, 5).out(87_000, 6).drawn());
    facts.clusters(address -> address == 3 ? 1 : address);
    ChangeConsensus consensus = new ChangePoll().ask(first, facts);
    assertThat(consensus.output()).isZero();
    assertThat(consensus.sources()).containsExactly(ChangeSource.MULTI_INPUT_CHANGE);
    assertThat(consensus.vetoes()).isEmpty();
  }

  @Test
  void someTransactionsAreNotAskedAbout() {
    assertThat(ask(tx(1).out(50, 1).out(0, 2)).silence()).isEqualTo(Silence.COINBASE);
    assertThat(ask(tx(2).in(50, 1).out(49, 2)).silence()).isEqualTo(Silence.ONE_OUTPUT);
    assertThat(ask(tx(3).in(50, 1).unresolved().out(40, 2).out(9, 3)).silence())
        .isEqualTo(Silence.UNRESOLVED_INPUTS);
    Drawing mix = tx(4).ins(3, 9000, 1).outs(3, 8000, 4).out(700, 7).out(800, 8);
    assertThat(ask(mix).silence()).isEqualTo(Silence.SEVERAL_OWNERS);
    Drawing wall = tx(5).in(80_000, 1).in(90_000, 2).outs(2, 50_000, 3).out(29_000, 5);
    assertThat(ask(wall.out(39_000, 6)).silence()).isEqualTo(Silence.SEVERAL_OWNERS);
  }
}
