package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.analysis.Assertion;
import org.ringlight.analytics.analysis.AssertionBook;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.OutputName;

/** A proven closed set of four rings, and what words about one of them add to it. */
class AssertedWithinSetsTest {

  private static final MiniChain CHAIN =
      MiniChain.of(
          """
          ```chain
          block 0: genesis=10
          block 1: a b c d e f
          block 2
          tx one
            spends a among a b
            pays x-1
          tx two
            spends b among b c
            pays x-2
          block 3
          tx three
            spends c among c d
            pays x-3
          tx four
            spends d among a d
            pays x-4
          block 4
          tx five
            spends e among a e f
            pays x-5
          ```
          """);

  @TempDir Path folder;

  private static OutputName output(String name) {
    for (OutputRow row : CHAIN.outputs()) {
      if (row.amountIndex() == name.charAt(0) - 'a' && row.indexSpace() == 0) {
        return new OutputName(0, row.amountIndex());
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static AssertionBook.Draft says(Assertion.Kind kind, String ring, String member) {
    return new AssertionBook.Draft(
        kind,
        CHAIN.ring(ring).keyImage(),
        output(member),
        "Ada is right",
        "command line",
        null,
        null);
  }

  /** Findings in few words: whether assumed, what of which ring's true spend, and how. */
  private static List<String> told(Lake lake) {
    List<String> told = new ArrayList<>();
    for (ClaimRow row : Tables.findings(lake)) {
      StringBuilder rings = new StringBuilder();
      row.keyImages()
          .forEach(image -> rings.append(name(Objects.requireNonNull(CHAIN.truth().get(image)))));
      StringBuilder outputs = new StringBuilder();
      for (long index : row.amountIndexes()) {
        outputs.append((char) ('a' + index));
      }
      told.add(
          (row.assumption() == null ? "" : "if: ")
              + row.claim()
              + " "
              + rings
              + " "
              + outputs
              + " "
              + row.heuristic());
    }
    return told;
  }

  private static char name(OutputRow row) {
    return (char) ('a' + row.amountIndex());
  }

  @Test
  void aDisclosedSpendTakesAProvenSetApart() {
    CHAIN.write(folder);
    try (Lake lake = Lake.open(folder)) {
      Tables.analyse(lake);
      List<String> proven = told(lake);
      assertThat(proven)
          .contains("closed_set abcd  closed-sets", "member_eliminated e a closed-sets");
      new AssertionBook(lake).add(List.of(says(Assertion.Kind.SPENDS, "a", "a")));
      Tables.analyse(lake);
      assertThat(told(lake)).containsAll(proven);
      assertThat(told(lake))
          .filteredOn(line -> line.startsWith("if: "))
          .containsExactlyInAnyOrder(
              "if: ring_resolved a a disclosed-spends",
              "if: ring_resolved b b cascade",
              "if: ring_resolved c c cascade",
              "if: ring_resolved d d cascade");
      assertThat(Tables.check(lake).first()).isEmpty();
      Derivation derived =
          new Deriver(lake, List.of()).derive(CHAIN.ring("b").keyImage()).orElseThrow();
      assertThat(derived.state()).isEqualTo(Derivation.State.RESOLVED);
      assertThat(derived.guarantee().assumption()).isEqualTo("Ada is right");
      assertThat(derived.steps()).hasSize(4);
      Derivation outside =
          new Deriver(lake, List.of()).derive(CHAIN.ring("e").keyImage()).orElseThrow();
      assertThat(outside.guarantee().assumption()).as("the set is proven").isNull();
    }
  }

  @Test
  void wordsThatCannotAllBeTrueWithinASetAreRefused() {
    CHAIN.write(folder);
    try (Lake lake = Lake.open(folder)) {
      new AssertionBook(lake)
          .add(
              List.of(says(Assertion.Kind.SPENDS, "a", "a"), says(Assertion.Kind.DECOY, "b", "b")));
      assertThatThrownBy(() -> Tables.analyse(lake))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("contradicts")
          .hasMessageContaining("retract the assertion");
    }
  }

  @Test
  void aWordThatTakesNoSetApartStrikesOneMemberOut() {
    MiniChain.of(
            """
            ```chain
            block 0: genesis=10
            block 1: a b c d e f
            block 2
            tx one
              spends a among a b c
              pays x-1
            tx two
              spends b among a b c
              pays x-2
            tx three
              spends c among a b c
              pays x-3
            ```
            """)
        .write(folder);
    try (Lake lake = Lake.open(folder)) {
      Tables.analyse(lake);
      ClaimRow set = Tables.findings(lake).get(0);
      assertThat(set.claim()).isEqualTo("closed_set");
      new AssertionBook(lake)
          .add(
              List.of(
                  new AssertionBook.Draft(
                      Assertion.Kind.DECOY,
                      set.keyImages().get(0),
                      output("b"),
                      "Ada is right",
                      "command line",
                      null,
                      null)));
      Tables.analyse(lake);
      assertThat(Tables.findings(lake))
          .filteredOn(row -> row.assumption() != null)
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.claim()).isEqualTo("member_eliminated");
                assertThat(row.keyImages()).containsExactly(set.keyImages().get(0));
                assertThat(row.amountIndexes()).containsExactly(1);
              });
      assertThat(Tables.check(lake).first()).isEmpty();
    }
  }

  @Test
  void aWalletsOutputIsFoundByItsKeyWhetherItsAmountIsHiddenOrNot() {
    CHAIN.write(folder);
    OutputRow genesis = CHAIN.outputs().get(0);
    long amount = genesis.indexSpace();
    assertThat(amount).isPositive();
    try (Lake lake = Lake.open(folder)) {
      AssertionBook book = new AssertionBook(lake);
      book.add(List.of(owned(amount, genesis)));
      assertThat(book.standing())
          .extracting(Assertion::output)
          .containsExactly(new OutputName(amount, 0));
      assertThatThrownBy(() -> book.add(List.of(owned(amount + 1, genesis))))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("there is no output 0:0 with that key");
    }
  }

  private static AssertionBook.Draft owned(long amount, OutputRow output) {
    return new AssertionBook.Draft(
        Assertion.Kind.MINE,
        null,
        new OutputName(0, output.amountIndex()),
        "Ada is right",
        "transfers.json",
        null,
        1L,
        new AssertionBook.Draft.Owned(amount, output.publicKey()));
  }
}
