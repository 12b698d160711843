package org.ringlight.analytics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.OutputName;

/** Small stories, and all that must be found in each. */
class StoriesTest {

  private static final String TWINS =
      """
      ```chain
      block 0: genesis=10
      block 1: a-1=3 a-2=3 a-3 has the key of a-1 b-1 b-2 b-3
      block 2
      tx one
        spends a-1 among a-1
        pays x-1
      block 3
      tx two
        spends b-1 among a-3 b-1
        pays x-2
      tx three
        spends b-2 among b-1 b-2 b-3
        pays x-3
      ```
      """;

  private static final String CYCLE =
      """
      ```chain
      block 0: genesis=10
      block 1: a b c d e
      block 2
      tx one
        spends a among a b
        pays x-1
      block 3
      tx two
        spends b among b c
        pays x-2
      block 4
      tx three
        spends c among a c
        pays x-3
      block 5
      tx four
        spends d among a b d e
        pays x-4
      tx five
        spends e among c e
        pays x-5
      ```
      """;

  private static final String COUNTED =
      """
      ```chain
      block 0: genesis=10
      block 1: a=3 b=3 c=3
      block 2
      tx one
        spends a among a b
        pays x-1=1
      block 3
      tx two
        spends b among b c
        pays x-2=1
      block 4
      tx three
        spends c among a c
        pays x-3=1
      block 5: d=3
      block 6
      tx four
        spends d among a d
        pays x-4=1
      ```
      """;

  @TempDir Path folder;

  private Lake lake(MiniChain chain) {
    chain.write(folder);
    return Lake.open(folder);
  }

  private static List<String> found(Lake lake, MiniChain chain, List<String> heuristics) {
    new Analysis(
            lake,
            new AnalysisOptions(heuristics, List.of(), List.of(), false),
            AnalysisListener.SILENT)
        .run();
    return new StoryFindings(chain).lines(lake);
  }

  private static List<String> found(Lake lake, MiniChain chain) {
    return found(lake, chain, Analysis.deductions());
  }

  @Test
  void outputsWithOneKeyAreSpentOnceAcrossAmounts() {
    MiniChain chain = MiniChain.of(TWINS);
    try (Lake lake = lake(chain)) {
      assertThat(found(lake, chain))
          .containsExactly(
              "zero-mixin: ring a-1 spends a-1, from 2",
              "cascade: ring b-1 spends b-1, by a-1, from 3",
              "cascade: ring b-2 does not spend b-1, by b-1, from 3");
    }
  }

  @Test
  void aCycleIsAClosedSetAndItsKeysAreDecoysElsewhere() {
    MiniChain chain = MiniChain.of(CYCLE);
    try (Lake lake = lake(chain)) {
      assertThat(found(lake, chain))
          .containsExactly(
              "closed-sets: closed set a b c, from 4",
              "closed-sets: a is spent, by a, from 4",
              "closed-sets: b is spent, by a, from 4",
              "closed-sets: c is spent, by a, from 4",
              "closed-sets: ring d spends d, by a e, from 5",
              "closed-sets: ring e spends e, by a, from 5");
    }
  }

  @Test
  void anAmountWithAsManySpendsAsKeysIsTakenApart() {
    MiniChain chain = MiniChain.of(COUNTED);
    try (Lake lake = lake(chain)) {
      assertThat(found(lake, chain, Analysis.simple()))
          .containsExactly(
              "full-count: closed set a b c, from 4",
              "full-count: a is spent, by a, from 4",
              "full-count: b is spent, by a, from 4",
              "full-count: c is spent, by a, from 4",
              "cascade: ring d spends d, by a, from 6");
    }
  }

  private static AssertionId say(
      Lake lake, MiniChain chain, Assertion.Kind kind, String ring, String output) {
    OutputRow named = chain.output(output);
    return new AssertionBook(lake)
        .add(
            List.of(
                new AssertionBook.Draft(
                    kind,
                    ring.isEmpty() ? null : chain.ring(ring).keyImage(),
                    new OutputName(named.indexSpace(), named.amountIndex()),
                    "Ada is right",
                    "command line",
                    null,
                    null)))
        .get(0);
  }

  @Test
  void whatFollowsFromAnAssertionIsConditionalOnItAndGoesWithIt() {
    MiniChain chain = MiniChain.of(TWINS);
    try (Lake lake = lake(chain)) {
      List<String> before = found(lake, chain);
      AssertionId id = say(lake, chain, Assertion.Kind.DECOY, "b-2", "b-3");
      assertThat(found(lake, chain))
          .contains("cascade: ring b-2 spends b-2, if Ada is right, by b-1, from 3")
          .containsAll(before);
      new AssertionBook(lake).retract(id.toString().substring(0, 8));
      assertThat(found(lake, chain)).isEqualTo(before);
      say(lake, chain, Assertion.Kind.MINE, "", "b-3");
      assertThat(found(lake, chain))
          .contains("cascade: ring b-2 spends b-2, if Ada is right, by b-1, from 3");
    }
  }

  @Test
  void aDisclosedSpendMakesItsKeyADecoyElsewhere() {
    MiniChain chain = MiniChain.of(CYCLE);
    try (Lake lake = lake(chain)) {
      say(lake, chain, Assertion.Kind.SPENDS, "a", "a");
      assertThat(found(lake, chain, List.of("cascade", "disclosed-spends")))
          .contains(
              "disclosed-spends: ring a spends a, if Ada is right, from 2",
              "cascade: ring c spends c, if Ada is right, by a, from 4",
              "cascade: ring b spends b, if Ada is right, by c, from 4");
    }
  }

  @Test
  void whatContradictsTheChainIsRefusedAndNothingIsWritten() {
    MiniChain chain = MiniChain.of(TWINS);
    try (Lake lake = lake(chain)) {
      List<String> before = found(lake, chain);
      say(lake, chain, Assertion.Kind.SPENDS, "b-1", "a-3");
      assertThatThrownBy(() -> found(lake, chain))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("contradicts")
          .hasMessageContaining(chain.ring("b-1").keyImage().toString())
          .hasMessageContaining("retract");
      assertThat(new StoryFindings(chain).lines(lake)).isEqualTo(before);
    }
  }

  @Test
  void blocksThatComeAndGoChangeTheFindingsAsIfAllWereWorkedOutAnew() {
    MiniChain chain = MiniChain.of(CYCLE);
    long top = chain.blocks().size() - 1L;
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    chain.write(whole);
    try (Lake lake = Lake.open(whole);
        Lake grown = Lake.open(parts)) {
      List<String> all = found(lake, chain);
      try (Writer writer = grown.writer(Namespace.XMR)) {
        chain.commit(writer, 0, 2);
        for (long height = 3; height <= top; height++) {
          found(grown, chain);
          chain.commit(writer, height, height);
        }
        assertThat(found(grown, chain)).containsExactlyInAnyOrderElementsOf(all);
        AnalysisResult again =
            new Analysis(grown, AnalysisOptions.everything(), AnalysisListener.SILENT).run();
        assertThat(again.keptUpTo()).isEqualTo(top);
        assertThat(again.written()).isZero();
      }
    }
  }
}
