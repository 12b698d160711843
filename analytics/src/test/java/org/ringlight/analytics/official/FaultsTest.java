package org.ringlight.analytics.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.official.ChainRows.Tagging;
import org.ringlight.protocol.OutputName;

/** Of each mark, whether it goes back to a count that is wrong. */
class FaultsTest {

  private static final long COIN = 1_000_000_000_000L;

  private static List<String> faults(DrawnChain chain) {
    List<String> faults = new ArrayList<>();
    OfficialMarks marks = chain.run();
    marks.forEach(
        (space, index, rule) ->
            marks
                .fault(space, index)
                .ifPresent(
                    fault ->
                        faults.add(
                            new OutputName(space, index) + " " + rule.word() + ": " + fault)));
    return faults;
  }

  @Test
  void whatIsMarkedWithoutViewTagsIsFaultless() {
    DrawnChain chain = new DrawnChain().outputs(COIN, 3);
    chain.transaction().spends(COIN, 0).spends(COIN, 0, 1).spends(COIN, 1, 2);
    chain.transaction().makes(COIN, 2, Tagging.UNTAGGED).ring(COIN, 2, 3).ring(COIN, 3, 4);
    assertThat(chain.marks()).hasSize(5);
    assertThat(faults(chain)).isEmpty();
  }

  @Test
  void theCountAndWhatTheChainReactionMakesOfItAreItsFault() {
    DrawnChain chain = new DrawnChain().taggedOutputs(0, 2).outputs(0, 2);
    chain.ring(0, 2, 3).ring(0, 1, 3);
    assertThat(faults(chain))
        .containsExactly(
            "0:0 full-count: FULL_COUNT",
            "0:1 full-count: FULL_COUNT",
            "0:2 chain-reaction: FULL_COUNT",
            "0:3 chain-reaction: FULL_COUNT");
  }

  @Test
  void otherMarksOfTheSameAmountAndOfOthersAreNot() {
    DrawnChain chain = new DrawnChain().outputs(COIN, 9).outputs(0, 2).taggedOutputs(0, 6);
    chain.ring(COIN, 4).ring(COIN, 4, 5).ring(0, 7).ring(0, 2, 3).ring(0, 6, 7);
    assertThat(chain.marks()).contains("0:6 chain-reaction", "0:7 ring-size-1");
    assertThat(faults(chain))
        .containsExactly("0:0 full-count: FULL_COUNT", "0:1 full-count: FULL_COUNT");
    assertThat(chain.run().fault(0, 7)).isEmpty();
  }

  @Test
  void whatIsNotMarkedHasNoFault() {
    OfficialMarks marks = new DrawnChain().taggedOutputs(0, 2).outputs(0, 2).run();
    assertThat(marks.fault(0, 0)).isEmpty();
    assertThat(marks.fault(0, 4)).isEmpty();
    assertThat(marks.fault(7, 0)).isEmpty();
  }
}
