package org.ringlight.analytics.bitcoin.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringlight.analytics.bitcoin.Drawing.output;
import static org.ringlight.analytics.bitcoin.Drawing.tx;
import static org.ringlight.analytics.bitcoin.change.ChangeHeuristic.ABSTAINS;

import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/** Each heuristic on both sides of its rule. */
class ChangeHeuristicsTest {

  private final ChangeIndex facts = new ChangeIndex(tx -> 200);

  private DrawnTransaction read(Drawing drawing) {
    DrawnTransaction drawn = drawing.drawn();
    facts.read(drawn);
    return drawn;
  }

  private int vote(ChangeHeuristic heuristic, Drawing drawing) {
    return heuristic.vote(read(drawing), facts);
  }

  @Test
  void changeThatGoesBackToAnInputsAddressIsDirect() {
    DirectChange direct = new DirectChange();
    assertThat(vote(direct, tx(1).in(50, 1).in(50, 2).out(60, 3).out(39, 2))).isEqualTo(1);
    assertThat(vote(direct, tx(2).in(50, 1).in(50, 2).out(60, 3).out(39, 4))).isEqualTo(ABSTAINS);
    assertThat(vote(direct, tx(3).in(50, 1).in(50, 2).out(60, 1).out(39, 2))).isEqualTo(ABSTAINS);
    assertThat(vote(direct, tx(4).in(50, 1).out(49, 1))).isEqualTo(ABSTAINS);
  }

  @Test
  void changeInAClusterOfAnInputIsByMultiInput() {
    facts.clusters(address -> address == 7 ? 1 : address);
    MultiInputChange multi = new MultiInputChange();
    assertThat(vote(multi, tx(1).in(50, 2).in(50, 1).out(60, 3).out(39, 7))).isEqualTo(1);
    assertThat(vote(multi, tx(2).in(50, 2).in(50, 3).out(60, 4).out(39, 7))).isEqualTo(ABSTAINS);
  }

  private static Drawing oneTime(long change, long address) {
    return tx(5).in(30_000, 1).in(20_000, 2).out(30_000, 3).out(change, address);
  }

  @Test
  void oneTimeChangeIsOddAndBelowTheSmallestInput() {
    OneTimeChange once = new OneTimeChange();
    assertThat(vote(once, oneTime(19_999, 4))).isEqualTo(1);
    assertThat(vote(once, oneTime(20_001, 5))).isEqualTo(ABSTAINS);
    assertThat(vote(once, oneTime(19_000, 6))).isEqualTo(ABSTAINS);
    assertThat(vote(once, oneTime(19_999, 7).out(500, 8))).isEqualTo(ABSTAINS);
  }

  @Test
  void oneTimeChangeHasTheTypeOfAllInputs() {
    OneTimeChange once = new OneTimeChange();
    Drawing other =
        tx(1).in(30_000, 1).in(20_000, 2).out(30_000, 3).script(ScriptType.P2TR).out(19_999, 4);
    assertThat(vote(once, other)).isEqualTo(ABSTAINS);
    Drawing mixed =
        tx(2).script(ScriptType.P2TR).in(30_000, 1).script(ScriptType.P2WPKH).in(20_000, 2);
    assertThat(vote(once, mixed.out(30_000, 5).out(19_999, 6))).isEqualTo(ABSTAINS);
  }

  @Test
  void oneTimeChangeIsPaidOnceAndSpentOnceAtMost() {
    OneTimeChange once = new OneTimeChange();
    DrawnTransaction paid = read(oneTime(19_999, 4));
    read(tx(6).in(19_999, 4).out(19_000, 9));
    assertThat(once.vote(paid, facts)).isEqualTo(1);
    read(tx(7).in(19_999, 4).out(19_000, 9));
    assertThat(once.vote(paid, facts)).isEqualTo(ABSTAINS);
    DrawnTransaction again = read(tx(8).in(30_000, 1).out(10_000, 10).out(19_999, 11));
    assertThat(once.vote(again, facts)).isEqualTo(1);
    read(tx(9).in(30_000, 1).out(10_000, 11));
    assertThat(once.vote(again, facts)).isEqualTo(ABSTAINS);
    assertThat(vote(once, tx(10).in(30_000, 1).out(9_000, 12).out(19_999, 11))).isEqualTo(ABSTAINS);
    assertThat(vote(once, tx(11).in(30_000, 1).out(9_000, 13).out(19_999, 13))).isEqualTo(ABSTAINS);
  }

  @Test
  void oneTimeChangeIsOneOfTenOutputsAtMost() {
    OneTimeChange once = new OneTimeChange();
    Drawing ten = tx(1).in(90_000, 1).outs(9, 5_000, 10).out(19_999, 30);
    assertThat(vote(once, ten)).isEqualTo(9);
    Drawing eleven = tx(2).in(90_000, 1).outs(10, 5_000, 40).out(19_999, 60);
    assertThat(vote(once, eleven)).isEqualTo(ABSTAINS);
  }

  @Test
  void optimalChangeIsTheOnlyOutputBelowTheSmallestInput() {
    ChangeHeuristic optimal = OptimalChange.plain();
    assertThat(vote(optimal, tx(1).in(50, 1).in(40, 2).out(39, 3).out(50, 4))).isZero();
    assertThat(vote(optimal, tx(2).in(50, 1).in(40, 2).out(40, 3).out(49, 4))).isEqualTo(ABSTAINS);
    assertThat(vote(optimal, tx(3).in(99, 1).out(39, 3).out(99, 4))).isEqualTo(ABSTAINS);
  }

  @Test
  void withTheFeeTakenOffTheChangeMustBeSmallerStill() {
    ChangeHeuristic optimal = OptimalChange.afterFee();
    assertThat(vote(optimal, tx(1).in(50, 1).in(40, 2).out(34, 3).out(51, 4))).isZero();
    assertThat(vote(optimal, tx(2).in(50, 1).in(40, 2).out(36, 3).out(49, 4))).isEqualTo(ABSTAINS);
    assertThat(vote(OptimalChange.plain(), tx(3).in(50, 1).in(40, 2).out(36, 3).out(49, 4)))
        .isZero();
  }

  @Test
  void theOnlyOutputOfTheInputsTypeIsChange() {
    AddressTypeChange type = new AddressTypeChange();
    assertThat(vote(type, tx(1).in(90, 1).out(40, 3).script(ScriptType.P2TR).out(39, 4))).isZero();
    assertThat(vote(type, tx(2).in(90, 1).out(40, 3).out(39, 4))).isEqualTo(ABSTAINS);
    Drawing mixed = tx(3).in(90, 1).script(ScriptType.P2TR).in(9, 2).out(40, 3);
    assertThat(vote(type, mixed.script(ScriptType.P2SH).out(39, 4))).isEqualTo(ABSTAINS);
  }

  @Test
  void theOnlyAmountThatIsNotRoundIsChange() {
    PowerOfTen round = new PowerOfTen();
    assertThat(vote(round, tx(1).in(9_000_000, 1).out(2_000_000, 3).out(6_999_999, 4)))
        .isEqualTo(1);
    assertThat(vote(round, tx(2).in(9_000_000, 1).out(2_100_000, 3).out(6_899_999, 4)))
        .isEqualTo(ABSTAINS);
    assertThat(vote(new PowerOfTen(5), tx(3).in(9_000_000, 1).out(2_100_000, 3).out(6_899_999, 4)))
        .isEqualTo(1);
    assertThatThrownBy(() -> new PowerOfTen(16)).hasMessageContaining("16");
  }

  @Test
  void theOnlyAddressThatIsNewIsChange() {
    FreshAddress fresh = new FreshAddress();
    assertThat(vote(fresh, tx(1).in(90, 1).out(40, 3).out(39, 4))).isEqualTo(ABSTAINS);
    assertThat(vote(fresh, tx(2).in(90, 1).out(40, 3).out(39, 5))).isEqualTo(1);
    // an address that is only known from an input was paid before
    read(tx(3).in(90, 77).out(80, 78));
    assertThat(vote(fresh, tx(4).in(90, 1).out(40, 77).out(39, 6))).isEqualTo(1);
    assertThat(vote(fresh, tx(5).in(90, 1).data().out(39, 7))).isEqualTo(1);
  }

  @Test
  void theSpenderOfChangeUsesLockTimesVersionsAndSequencesAsThisTransactionDoes() {
    DrawnTransaction payment =
        read(tx(1).lockTime(700_000).sequence(0xfffffffeL).in(90, 1).out(40, 3).out(39, 4));
    assertThat(new SameLockTime().vote(payment, facts)).isEqualTo(ABSTAINS);
    Drawing payee = tx(2).version(1).sequence(0xfffffffdL);
    read(payee.spends(output(1, 0), 40, 3).out(30, 5));
    assertThat(new SameLockTime().vote(payment, facts)).isEqualTo(1);
    assertThat(new SameVersion().vote(payment, facts)).isEqualTo(1);
    assertThat(new SameSequence().vote(payment, facts)).isEqualTo(1);
    Drawing payer = tx(3).lockTime(700_009).sequence(0xfffffffeL);
    read(payer.spends(output(1, 1), 39, 4).out(30, 6));
    assertThat(new SameLockTime().vote(payment, facts)).isEqualTo(1);
    assertThat(new SameVersion().vote(payment, facts)).isEqualTo(1);
    assertThat(new SameSequence().vote(payment, facts)).isEqualTo(1);
  }

  @Test
  void spendersThatAreAlikeOrBothDifferentSayNothing() {
    DrawnTransaction payment = read(tx(1).in(90, 1).out(40, 3).out(39, 4));
    read(tx(2).spends(output(1, 0), 40, 3).out(30, 5));
    read(tx(3).spends(output(1, 1), 39, 4).out(30, 6));
    assertThat(new SameLockTime().vote(payment, facts)).isEqualTo(ABSTAINS);
    DrawnTransaction other = read(tx(4).in(90, 1).out(40, 7).out(39, 8));
    read(tx(5).lockTime(1).spends(output(4, 0), 40, 7).out(30, 5));
    read(tx(6).lockTime(600_000_000).spends(output(4, 1), 39, 8).out(30, 6));
    assertThat(new SameLockTime().vote(other, facts)).isEqualTo(ABSTAINS);
  }

  @Test
  void theSpenderOfChangePaysTheSameFeeRate() {
    DrawnTransaction payment = read(tx(1).in(90_000, 1).out(40_000, 3).out(49_000, 4));
    read(tx(2).spends(output(1, 0), 40_000, 3).out(39_500, 5));
    assertThat(new FixedFee().vote(payment, facts)).isEqualTo(1);
    read(tx(3).spends(output(1, 1), 49_000, 4).out(48_000, 6));
    assertThat(new FixedFee().vote(payment, facts)).isEqualTo(1);
    ChangeIndex unsized = new ChangeIndex();
    unsized.read(payment);
    assertThat(new FixedFee().vote(payment, unsized)).isEqualTo(ABSTAINS);
  }

  @Test
  void aPeelingChainGoesOnWithItsChange() {
    PeelingChainChange peeling = new PeelingChainChange();
    DrawnTransaction first = read(tx(1).in(900, 1).out(40, 3).out(859, 4));
    assertThat(peeling.vote(first, facts)).isEqualTo(ABSTAINS);
    read(tx(2).spends(output(1, 1), 859, 4).out(50, 5).out(800, 6));
    assertThat(peeling.vote(first, facts)).isEqualTo(ABSTAINS);
    read(tx(3).spends(output(1, 0), 40, 3).in(7, 9).out(45, 7));
    assertThat(peeling.vote(first, facts)).isEqualTo(1);
  }

  @Test
  void inAPeelingChainTheOutputThatIsTenTimesTheOtherIsChange() {
    LargerInPeel larger = new LargerInPeel();
    DrawnTransaction first = read(tx(1).in(900, 1).out(40, 3).out(859, 4));
    assertThat(larger.vote(first, facts)).isEqualTo(ABSTAINS);
    DrawnTransaction second = read(tx(2).spends(output(1, 1), 859, 4).out(78, 5).out(780, 6));
    assertThat(larger.vote(first, facts)).isEqualTo(1);
    assertThat(larger.vote(second, facts)).isEqualTo(1);
    DrawnTransaction third = read(tx(3).spends(output(2, 1), 780, 6).out(78, 7).out(700, 8));
    assertThat(larger.vote(third, facts)).isEqualTo(ABSTAINS);
    assertThat(vote(larger, tx(4).in(900, 1).in(9, 2).out(40, 3).out(859, 4))).isEqualTo(ABSTAINS);
  }

  @Test
  void anOutputWithoutAnAddressIsNeverChange() {
    Drawing data = tx(1).in(90, 1).in(50, 2).data().out(100, 3);
    DrawnTransaction drawn = read(data);
    for (ChangeHeuristic heuristic : ChangePoll.all()) {
      assertThat(heuristic.vote(drawn, facts)).as("%s", heuristic.source()).isNotZero();
    }
    assertThat(drawn.outputAddress(0)).isEqualTo(CoinTransaction.UNKNOWN);
  }
}
