package org.ringlight.analytics.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.official.ChainRows.Tagging;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

/** Each rule, and each of the tool's peculiarities, on a chain of a few lines. */
class OfficialRulesTest {

  private static final long COIN = 1_000_000_000_000L;

  @TempDir Path folder;

  /** Outputs that no ring names keep the full count away. */
  private static DrawnChain of(int outputs) {
    return new DrawnChain().outputs(COIN, outputs).outputs(COIN, 50);
  }

  private static String mark(long index, OfficialRule rule) {
    return COIN + ":" + index + " " + rule.word();
  }

  @Test
  void aRingOfOneMemberSpendsIt() {
    assertThat(of(4).ring(COIN, 2).marks()).containsExactly(mark(2, OfficialRule.RING_SIZE_1));
  }

  @Test
  void equalRingsSpendTheirMembersWhenThereAreAsMany() {
    assertThat(of(9).ring(COIN, 1, 4, 7).ring(COIN, 1, 4, 7).marks()).isEmpty();
  }

  @Test
  void equalRingsAreCountedAcrossTransactionsAndCommits() {
    DrawnChain chain = of(9).ring(COIN, 1, 4, 7);
    chain.transaction().spends(COIN, 1, 4, 7).spends(COIN, 1, 4, 7);
    assertThat(chain.marksThroughTables(folder, 0))
        .containsExactly(
            mark(1, OfficialRule.DUPLICATE_RINGS),
            mark(4, OfficialRule.DUPLICATE_RINGS),
            mark(7, OfficialRule.DUPLICATE_RINGS));
  }

  @Test
  void ringsOfDifferentAmountsAreNotEqual() {
    DrawnChain chain = of(4).outputs(2 * COIN, 50).ring(COIN, 1, 2).ring(2 * COIN, 1, 2);
    assertThat(chain.marks()).isEmpty();
  }

  @Test
  void aClosedSetOfDifferentRingsIsNotSeen() {
    assertThat(of(4).ring(COIN, 0, 1).ring(COIN, 1, 2).ring(COIN, 0, 2).marks()).isEmpty();
  }

  /** Two members that are different, three places: of the marks for two, one is the other again. */
  @Test
  void aMemberNamedTwiceInSuccessionCountsOnceAndCostsTheLastItsMark() {
    DrawnChain chain = of(9).ring(COIN, 3, 3, 8).ring(COIN, 3, 3, 8);
    assertThat(chain.marks())
        .containsExactly(
            mark(3, OfficialRule.DUPLICATE_RINGS), mark(8, OfficialRule.CHAIN_REACTION));
  }

  @Test
  void whatItCostsIsNotAlwaysMadeGood() {
    DrawnChain chain = of(9);
    for (int i = 0; i < 3; i++) {
      chain.ring(COIN, 3, 3, 5, 8);
    }
    assertThat(chain.marks())
        .containsExactly(
            mark(3, OfficialRule.DUPLICATE_RINGS),
            mark(5, OfficialRule.DUPLICATE_RINGS),
            mark(8, OfficialRule.CHAIN_REACTION));
    DrawnChain twice = of(9);
    for (int i = 0; i < 3; i++) {
      twice.ring(COIN, 3, 3, 5, 5, 8);
    }
    assertThat(twice.marks())
        .containsExactly(
            mark(3, OfficialRule.DUPLICATE_RINGS),
            mark(5, OfficialRule.DUPLICATE_RINGS),
            mark(8, OfficialRule.CHAIN_REACTION));
    DrawnChain thrice = of(9);
    for (int i = 0; i < 3; i++) {
      thrice.ring(COIN, 3, 3, 3, 5, 8);
    }
    assertThat(thrice.marks()).containsExactly(mark(3, OfficialRule.DUPLICATE_RINGS));
  }

  @Test
  void aRingOfOneMemberNamedOftenIsOneOfOneEqualRing() {
    assertThat(of(9).ring(COIN, 3, 3, 3).marks())
        .containsExactly(mark(3, OfficialRule.DUPLICATE_RINGS));
  }

  @Test
  void ringsWithAndWithoutTheRepetitionAreEqual() {
    DrawnChain chain = of(9).ring(COIN, 3, 8).ring(COIN, 3, 8, 8);
    assertThat(chain.marks())
        .containsExactly(
            mark(3, OfficialRule.DUPLICATE_RINGS), mark(8, OfficialRule.DUPLICATE_RINGS));
  }

  @Test
  void aMemberThatComesAgainAfterAnotherCountsAsTwoAndIsNeverTheLast() {
    DrawnChain chain = of(9).ring(COIN, 5).ring(COIN, 2, 5, 2);
    assertThat(chain.marks()).containsExactly(mark(5, OfficialRule.RING_SIZE_1));
    DrawnChain other = of(9).ring(COIN, 2).ring(COIN, 2, 5, 2);
    assertThat(other.marks())
        .containsExactly(mark(2, OfficialRule.RING_SIZE_1), mark(5, OfficialRule.CHAIN_REACTION));
  }

  @Test
  void ringsOfTheSameMembersInAnotherOrderAreNotEqual() {
    assertThat(of(9).ring(COIN, 5, 2).ring(COIN, 2, 5).marks()).isEmpty();
  }

  @Test
  void whenAsManyAreSpentAsThereAreAllAreSpent() {
    DrawnChain chain = new DrawnChain().outputs(COIN, 3);
    chain.ring(COIN, 0, 1).ring(COIN, 1, 2).ring(COIN, 0, 2);
    assertThat(chain.marks())
        .containsExactly(
            mark(0, OfficialRule.FULL_COUNT),
            mark(1, OfficialRule.FULL_COUNT),
            mark(2, OfficialRule.FULL_COUNT));
  }

  @Test
  void theFullCountHoldsOnlyWhenItIsReachedByARingThatNoEarlierRuleTakes() {
    DrawnChain chain = new DrawnChain().outputs(COIN, 2).ring(COIN, 0, 1).ring(COIN, 1);
    assertThat(chain.marks())
        .containsExactly(mark(0, OfficialRule.CHAIN_REACTION), mark(1, OfficialRule.RING_SIZE_1));
  }

  @Test
  void outputsOfTheSameTransactionAreCountedAfterItsRings() {
    DrawnChain chain = new DrawnChain().outputs(COIN, 3).ring(COIN, 0, 1).ring(COIN, 1, 2);
    chain.transaction().spends(COIN, 0, 2).makes(COIN, 2, Tagging.UNTAGGED);
    chain.ring(COIN, 2, 3);
    assertThat(chain.marksThroughTables(folder, 0))
        .containsExactly(
            mark(0, OfficialRule.FULL_COUNT),
            mark(1, OfficialRule.FULL_COUNT),
            mark(2, OfficialRule.FULL_COUNT),
            mark(3, OfficialRule.CHAIN_REACTION));
  }

  @Test
  void ringsOfTheSameTransactionAreCountedOneByOne() {
    DrawnChain chain = new DrawnChain().outputs(COIN, 3).transaction();
    chain.spends(COIN, 0, 1).spends(COIN, 1, 2).spends(COIN, 0, 2);
    assertThat(chain.marks()).hasSize(3);
  }

  /**
   * The defect: five outputs, of which two are counted, two rings, and two false marks at least.
   */
  @Test
  void taggedOutputsAreNotCountedWhileTheirSpendsAre() {
    DrawnChain chain = new DrawnChain().outputs(0, 2).taggedOutputs(0, 3);
    chain.ring(0, 2, 3).ring(0, 3, 4);
    assertThat(chain.marksThroughTables(folder, 0))
        .containsExactly("0:0 full-count", "0:1 full-count");
  }

  @Test
  void theFullCountMarksFromTheFirstOutputOnWhichIsNotAlwaysTheUntagged() {
    DrawnChain chain = new DrawnChain().taggedOutputs(0, 2).outputs(0, 2);
    chain.ring(0, 2, 3).ring(0, 1, 3);
    assertThat(chain.marks())
        .containsExactly(
            "0:0 full-count", "0:1 full-count", "0:2 chain-reaction", "0:3 chain-reaction");
  }

  @Test
  void theFullCountMarksMoreEachTimeItIsReached() {
    DrawnChain chain = new DrawnChain().outputs(0, 1).taggedOutputs(0, 9).ring(0, 5, 6);
    chain.outputs(0, 1).ring(0, 6, 7).outputs(0, 1).ring(0, 7, 8);
    assertThat(chain.marks()).containsExactly("0:0 full-count", "0:1 full-count", "0:2 full-count");
  }

  @Test
  void ringsOfOneMemberCountForTheFullCountToo() {
    DrawnChain chain = new DrawnChain().outputs(COIN, 3).ring(COIN, 0).ring(COIN, 0, 1);
    chain.ring(COIN, 1, 2);
    assertThat(chain.marks())
        .containsExactly(
            mark(0, OfficialRule.RING_SIZE_1),
            mark(1, OfficialRule.FULL_COUNT),
            mark(2, OfficialRule.FULL_COUNT));
  }

  @Test
  void theLastMemberOfARingFollowsAndWhatFollowsFromIt() {
    DrawnChain chain = of(6);
    chain.ring(COIN, 3, 4, 5).ring(COIN, 2, 3).ring(COIN, 1, 2).ring(COIN, 1);
    assertThat(chain.marks())
        .containsExactly(
            mark(1, OfficialRule.RING_SIZE_1),
            mark(2, OfficialRule.CHAIN_REACTION),
            mark(3, OfficialRule.CHAIN_REACTION));
  }

  @Test
  void marksAscendByUnsignedAmountAndAreCountedByRuleAndKind() {
    DrawnChain chain = new DrawnChain().outputs(-1, 9).outputs(5, 9).outputs(0, 9);
    chain.ring(-1, 3).ring(5, 4).ring(5, 2).ring(0, 1).ring(0, 1, 2);
    assertThat(chain.marks())
        .containsExactly(
            "0:1 ring-size-1",
            "0:2 chain-reaction",
            "5:2 ring-size-1",
            "5:4 ring-size-1",
            "18446744073709551615:3 ring-size-1");
    OfficialMarks marks = chain.run();
    assertThat(marks.count(OfficialRule.RING_SIZE_1)).isEqualTo(4);
    assertThat(marks.ringCtCount(OfficialRule.RING_SIZE_1)).isOne();
    assertThat(marks.clearCount(OfficialRule.RING_SIZE_1)).isEqualTo(3);
    assertThat(marks.count(OfficialRule.CHAIN_REACTION)).isOne();
    assertThat(marks.count(OfficialRule.FULL_COUNT)).isZero();
  }

  @Test
  void tablesThatBeginAboveGenesisAreRefused() {
    assertThatThrownBy(() -> of(4).ring(COIN, 2).marksThroughTables(folder, 100))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("count from genesis")
        .hasMessageContaining("height 100");
  }

  @Test
  void tablesThatMissAnOutputAreRefused() {
    assertThatThrownBy(() -> of(4).withoutFirstOutput().marksThroughTables(folder, 0))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("before output " + COIN + ":1");
  }

  @Test
  void tablesWithATransactionInQuarantineAreRefused() {
    assertThatThrownBy(() -> of(4).ring(COIN, 2).withUnread().marksThroughTables(folder, 0))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("height 2, tx 7")
        .hasMessageContaining("xmr.quarantine");
  }

  @Test
  void aRingThatNamesAnOutputBeforeItIsMadeIsRefused() {
    assertThatThrownBy(() -> new DrawnChain().outputs(0, 4).ring(0, 1, 4).outputs(0, 9).marks())
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("output 0:4");
    assertThatThrownBy(() -> new DrawnChain().outputs(0, 4).ring(9).marks())
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("without members");
  }
}
