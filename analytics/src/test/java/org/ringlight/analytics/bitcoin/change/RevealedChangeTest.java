package org.ringlight.analytics.bitcoin.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringlight.analytics.bitcoin.Drawing.output;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;

/** A small chain with a story, clustered by the real kernel. */
class RevealedChangeTest {

  private final List<DrawnTransaction> chain = new ArrayList<>();

  private void add(Drawing drawing) {
    chain.add(drawing.drawn());
  }

  private RevealedChange measure() {
    ChangeIndex facts = new ChangeIndex();
    CommonInputOwnership owners = CommonInputOwnership.start(refused -> {});
    chain.forEach(facts::read);
    chain.forEach(owners::read);
    facts.clusters(address -> owners.clusters().find((int) address));
    RevealedChange revealed = new RevealedChange(ChangePoll.all());
    chain.forEach(one -> revealed.read(one, facts));
    return revealed;
  }

  /** Ann (1, 2) pays Bob (3) and later spends her change (4) with a coin that she had (2). */
  private void annPaysBob() {
    add(tx(1).in(5_000_000, 1).out(2_000_000, 3).out(2_990_000, 4));
    add(tx(2).lockTime(7).spends(output(1, 0), 2_000_000, 3).out(1_900_000, 9));
    add(tx(3).in(700_000, 1).in(400_000, 2).out(1_000_001, 10).out(90_000, 11));
    add(tx(4).spends(output(1, 1), 2_990_000, 4).in(500_000, 2).out(3_400_001, 12).out(60_000, 2));
  }

  @Test
  void coSpendingRevealsTheChangeOfAnEarlierPayment() {
    annPaysBob();
    RevealedChange revealed = measure();
    assertThat(revealed.transactions()).isEqualTo(1);
    assertThat(revealed.accuracy(ChangeSource.POWER_OF_TEN)).contains(new ChangeAccuracy(1, 0, 0));
    assertThat(revealed.accuracy(ChangeSource.SAME_LOCK_TIME))
        .contains(new ChangeAccuracy(1, 0, 0));
    assertThat(revealed.accuracy(ChangeSource.FRESH_ADDRESS)).contains(new ChangeAccuracy(0, 0, 1));
  }

  @Test
  void aWrongVoteCountsAsAFalsePositive() {
    add(tx(1).in(5_000_000, 1).out(1_999_999, 3).out(3_000_000, 4));
    add(tx(2).spends(output(1, 0), 1_999_999, 3).out(1_900_000, 9));
    add(tx(3).spends(output(1, 1), 3_000_000, 4).in(500_000, 1).out(3_400_001, 12));
    RevealedChange revealed = measure();
    ChangeAccuracy round = revealed.accuracy(ChangeSource.POWER_OF_TEN).orElseThrow();
    assertThat(round).isEqualTo(new ChangeAccuracy(0, 1, 0));
    assertThat(round.precision()).hasValue(0);
    assertThat(round.falsePositiveRate()).hasValue(1);
    assertThat(ChangeAccuracy.NOTHING.precision()).isEmpty();
  }

  @Test
  void whatLooksAtTheRevealingItselfIsNotMeasured() {
    annPaysBob();
    RevealedChange revealed = measure();
    for (ChangeSource source :
        List.of(
            ChangeSource.DIRECT_CHANGE,
            ChangeSource.MULTI_INPUT_CHANGE,
            ChangeSource.PEELING_CHAIN,
            ChangeSource.LARGER_IN_PEEL)) {
      assertThat(revealed.accuracy(source)).as("%s", source).isEmpty();
    }
  }

  @Test
  void withoutTheCoSpendNothingIsRevealed() {
    annPaysBob();
    chain.remove(3);
    assertThat(measure().transactions()).isZero();
  }

  @Test
  void changeToAnInputsAddressAndPaymentsToOneselfAreLeftOut() {
    add(tx(1).in(5_000_000, 1).out(2_000_000, 3).out(2_990_000, 1));
    add(tx(2).spends(output(1, 0), 2_000_000, 3).out(1_900_000, 9));
    add(tx(3).spends(output(1, 1), 2_990_000, 1).in(500_000, 2).out(3_400_001, 12));
    assertThat(measure().transactions()).isZero();
    chain.clear();
    add(tx(1).in(5_000_000, 1).out(2_000_000, 3).out(2_990_000, 4));
    add(tx(2).spends(output(1, 0), 2_000_000, 3).in(9, 1).out(1_900_000, 9));
    add(tx(3).spends(output(1, 1), 2_990_000, 4).in(500_000, 1).out(3_400_001, 12));
    assertThat(measure().transactions()).isZero();
  }

  @Test
  void aPaymentThatIsNotSpentYetIsLeftOut() {
    annPaysBob();
    chain.remove(1);
    assertThat(measure().transactions()).isZero();
    chain.clear();
    add(tx(1).in(5_000_000, 1).out(2_990_000, 4).out(2_000_000, 3));
    add(tx(2).spends(output(1, 0), 2_990_000, 4).in(500_000, 1).out(3_400_001, 12));
    assertThat(measure().transactions()).isZero();
    add(tx(3).spends(output(1, 1), 2_000_000, 3).out(1_900_000, 9));
    assertThat(measure().transactions()).isEqualTo(1);
  }

  @Test
  void everyHeuristicThatIsMeasuredIsAskedOnEveryRevealedTransaction() {
    annPaysBob();
    RevealedChange revealed = measure();
    for (ChangeSource source : ChangeSource.values()) {
      revealed
          .accuracy(source)
          .ifPresent(
              sum ->
                  assertThat(sum.right() + sum.wrong() + sum.abstained())
                      .as("%s", source)
                      .isEqualTo(revealed.transactions()));
      assertThat(revealed.accuracy(source).isPresent()).isEqualTo(source.isMeasurable());
    }
  }
}
