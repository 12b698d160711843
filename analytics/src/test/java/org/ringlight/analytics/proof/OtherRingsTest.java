package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.protocol.KeyImage;

/** Rings in orphaned blocks, in branches, in the pool, on a fork: facts that findings name. */
class OtherRingsTest {

  private static final String FIRST =
      """
      ```chain
      block 0: a b c d e f g h i j
      block 1: k l m
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
                spends b among a b d
                pays two-1
              block 3
              tx three
                spends e among e f g
                pays three-1
              tx four
                spends h among e h
                pays four-1
              block 4
              tx five
                spends i among h i j
                pays five-1
              block 5
              tx six
                spends l among l m
                pays six-1
              block 6
              tx seven
                spends m among g l m
                pays seven-1
              ```
              """);

  private static final MiniChain FORK =
      MiniChain.of(
          FIRST
              + """
              block 2
              tx one
                spends a among a b c
                pays one-1
              tx two
                spends b among a b d
                pays two-1
              block 3: fork-3
              block 4: fork-4
              tx sixth
                spends l among k l
                pays sixth-1
              tx other
                spends j among j
                pays other-1
              ```
              """);

  private static final KeyImage GONE = KeyImage.of(BesideTheChain.hash(99).toBytes());

  @TempDir Path folder;

  private static KeyImage ring(String spent) {
    return CHAIN.ring(spent).keyImage();
  }

  private Lake chain() {
    Lake lake = Lake.open(folder.resolve("main"));
    try (BesideTheChain beside = new BesideTheChain(CHAIN, lake)) {
      beside
          .block(1, 4, true, ring("a"), "a", "e", "g")
          .block(2, 5, false, ring("e"), "e", "i")
          .block(3, 5, true, GONE, "c", "d", "k")
          .block(4, 6, true, GONE, "d", "j")
          .pool(5, 3, ring("e"), "b", "e", "g")
          .write(Long.MAX_VALUE);
    }
    return lake;
  }

  private Path fork() {
    Path data = folder.resolve("fork");
    try (Lake lake = Lake.open(data);
        BesideTheChain beside = new BesideTheChain(FORK, lake)) {
      beside.write(3);
    }
    return data;
  }

  private static List<String> evidence(Lake lake) {
    return Tables.findings(lake).stream()
        .flatMap(row -> row.evidence().stream())
        .map(words -> words.replaceAll("[0-9a-f]{64}", "X"))
        .distinct()
        .toList();
  }

  @Test
  void findingsThatRestOnThemAreAccepted() {
    Path fork = fork();
    try (Lake lake = chain()) {
      Tables.analyse(lake, fork);
      Verdict verdict = Tables.check(lake, fork);
      assertThat(verdict.first()).isEmpty();
      assertThat(verdict.accepted()).isGreaterThan(7);
      assertThat(evidence(lake))
          .contains(
              "a ring of orphaned block X at height 4",
              "a ring of transaction X seen in the pool",
              "a ring of fork " + fork + " at height 4");
      assertThat(Tables.findings(lake))
          .as("a key image that the main chain does not have")
          .anyMatch(row -> row.keyImages().contains(GONE));
      Derivation gone = new Deriver(lake, List.of(fork)).derive(GONE).orElseThrow();
      assertThat(gone.state()).isEqualTo(Derivation.State.RESOLVED);
      assertThat(gone.rejections()).isEmpty();
      assertThat(DerivationText.of(gone).toString()).contains("not on the main chain");
    }
  }

  @Test
  void withoutTheForkWhatRestsOnItIsRejected() {
    Path fork = fork();
    try (Lake lake = chain()) {
      Tables.analyse(lake, fork);
      assertThat(Tables.check(lake).first())
          .extracting(Rejection::problem)
          .anyMatch(problem -> problem.contains("is given with --fork"));
    }
  }

  @Test
  void anAnalysisThatGoesOnHearsOfOrphanedBlocksOnceMore() {
    try (Lake lake = Lake.open(folder.resolve("main"))) {
      try (BesideTheChain beside = new BesideTheChain(CHAIN, lake)) {
        beside
            .block(1, 4, true, ring("a"), "a", "e", "g")
            .block(2, 5, true, ring("i"), "h", "i", "k")
            .write(Long.MAX_VALUE);
      }
      Tables.analyse(lake);
      List<ClaimRow> first = Tables.findings(lake);
      assertThat(first).anyMatch(row -> row.heuristic().equals("same-key-image"));
      assertThat(Tables.analyseOn(lake).keptUpTo()).isEqualTo(6);
      assertThat(Tables.findings(lake))
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(first);
    }
  }

  @Test
  void aBranchThatNeverWasTheChainIsAnAssumption() {
    try (Lake lake = chain()) {
      Tables.analyse(lake);
      List<ClaimRow> findings = Tables.findings(lake);
      assertThat(findings)
          .filteredOn(row -> row.assumption() != null)
          .isNotEmpty()
          .allMatch(
              row ->
                  String.valueOf(row.assumption())
                      .equals("alternative block " + BesideTheChain.hash(2) + " is valid"));
      Tables.replace(
          lake,
          findings.stream()
              .map(
                  row ->
                      row.assumption() == null
                          ? row
                          : Changed.of(row).guarantee("proven").assumption(null).row())
              .toList());
      assertThat(Tables.check(lake).first())
          .extracting(Rejection::problem)
          .anyMatch(problem -> problem.contains("it is called proven and holds only if"));
    }
  }

  @Test
  void evidenceOfAnotherRingIsNone() {
    try (Lake lake = chain()) {
      Tables.analyse(lake);
      List<ClaimRow> findings = Tables.findings(lake);
      ClaimRow resting =
          findings.stream().filter(row -> !row.evidence().isEmpty()).findFirst().orElseThrow();
      for (String words :
          List.of(
              "a ring of orphaned block " + BesideTheChain.hash(3) + " at height 5",
              "assertion " + "ab".repeat(32) + ": decoy 0:1 (command line)",
              "a ring of transaction " + "cd".repeat(32) + " seen in the pool")) {
        Tables.replace(
            lake, Tables.with(findings, resting.findingId(), row -> row.evidence(List.of(words))));
        assertThat(Tables.check(lake).first())
            .extracting(Rejection::problem)
            .anyMatch(problem -> problem.startsWith("names as evidence what is not there"));
      }
    }
  }
}
