package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.analysis.Assertion;
import org.ringlight.analytics.analysis.AssertionBook;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** What somebody says, and what may follow from it. */
class WordsOfRingsTest {

  private static final String FIRST =
      """
      ```chain
      block 0: a b c d e f
      block 1: g
      """;

  private static final MiniChain CHAIN =
      MiniChain.of(
          FIRST
              + """
              block 2
              tx one
                spends a among a b c
                pays one-1
              tx two
                spends f among b c f
                pays two-1
              block 3: twin has the key of d
              block 4
              tx three
                spends e among d e twin
                pays three-1
              ```
              """);

  private static final MiniChain FORK =
      MiniChain.of(
          FIRST
              + """
              block 2: fork-2
              block 3: fork-3
              tx elsewhere
                spends b among b c
                pays elsewhere-1
              ```
              """);

  private static final MiniChain OTHER_END =
      MiniChain.of(
          FIRST
              + """
              block 2
              tx one
                spends a among a b c
                pays one-1
              tx two
                spends f among b c f
                pays two-1
              block 3: other
              block 4
              tx three
                spends e among d e other
                pays three-1
              ```
              """);

  @TempDir Path folder;

  private static OutputName output(String name) {
    return new OutputName(0, CHAIN.output(name).amountIndex());
  }

  private static AssertionBook.Draft says(
      Assertion.Kind kind, @Nullable KeyImage image, String member, String because) {
    return new AssertionBook.Draft(
        kind, image, output(member), because, "command line", null, null);
  }

  private static KeyImage ring(String spent) {
    return CHAIN.ring(spent).keyImage();
  }

  private Lake chain() {
    Path main = folder.resolve("main");
    CHAIN.write(main);
    return Lake.open(main);
  }

  @Test
  void anOutputThatIsNoMemberIsNeitherSpentByARingNorADecoyOfIt() {
    try (Lake lake = chain()) {
      for (Assertion.Kind kind : Assertion.Kind.values()) {
        List<AssertionId> ids =
            new AssertionBook(lake).add(List.of(says(kind, ring("a"), "g", "Ada is right")));
        assertThatThrownBy(() -> Tables.analyse(lake))
            .as(kind.word())
            .isInstanceOf(DataInvalid.class)
            .hasMessageContaining("no member")
            .hasMessageContaining("assert retract " + ids.get(0));
        new AssertionBook(lake).retract(ids.get(0).toString());
      }
    }
  }

  @Test
  void ofTwoMembersWithOneKeyADecoySaysNothing() {
    try (Lake lake = chain()) {
      new AssertionBook(lake)
          .add(List.of(says(Assertion.Kind.DECOY, ring("e"), "twin", "Ada is right")));
      Tables.analyse(lake);
      assertThat(Tables.findings(lake))
          .extracting(ClaimRow::keyImages)
          .doesNotContain(List.of(ring("e")));
      assertThat(Tables.check(lake).first()).isEmpty();
    }
  }

  @Test
  void whatTwoPeopleSayOfOneOutputIsNoContradiction() {
    try (Lake lake = chain()) {
      new AssertionBook(lake)
          .add(
              List.of(
                  says(Assertion.Kind.MINE, null, "b", "Ada is right"),
                  says(Assertion.Kind.MINE, null, "b", "Bob is right"),
                  says(Assertion.Kind.DECOY, ring("a"), "b", "Eve is right")));
      Tables.analyse(lake);
      assertThat(Tables.findings(lake)).isNotEmpty();
      assertThat(Tables.check(lake).first()).isEmpty();
    }
  }

  @Test
  void anOutputWhoseKeyImageIsSeenOnAForkIsSpentThere() {
    Path fork = folder.resolve("fork");
    try (Lake lake = Lake.open(fork);
        BesideTheChain beside = new BesideTheChain(FORK, lake)) {
      beside.write(2);
    }
    try (Lake lake = chain()) {
      new AssertionBook(lake)
          .add(List.of(says(Assertion.Kind.MINE, FORK.ring("b").keyImage(), "b", "Ada is right")));
      Tables.analyse(lake, fork);
      assertThat(Tables.findings(lake))
          .as("c is not spent on the fork")
          .noneMatch(row -> row.claim().equals("ring_resolved") && row.amountIndexes()[0] == 2);
      assertThat(Tables.findings(lake))
          .anyMatch(
              row ->
                  row.claim().equals("member_eliminated")
                      && row.keyImages().contains(ring("a"))
                      && row.amountIndexes()[0] == 1);
      assertThat(Tables.check(lake, fork).first()).isEmpty();
    }
  }

  @Test
  void wordsAboutAnOutputThatIsAnotherSinceAReorganisationAreRefused() {
    try (Lake lake = chain()) {
      new AssertionBook(lake).add(List.of(says(Assertion.Kind.MINE, null, "twin", "Ada is right")));
      try (Writer writer = lake.writer(Namespace.XMR)) {
        try (Commit commit = writer.begin()) {
          commit.deleteAbove(2);
          commit.commit(2, CHAIN.block(2));
        }
        assertThatThrownBy(() -> Tables.analyse(lake))
            .isInstanceOf(DataInvalid.class)
            .hasMessageContaining("not in the tables")
            .hasMessageContaining("assert retract");
        OTHER_END.commit(writer, 3, 4);
      }
      assertThatThrownBy(() -> Tables.analyse(lake))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("another")
          .hasMessageContaining("assert retract");
    }
  }
}
