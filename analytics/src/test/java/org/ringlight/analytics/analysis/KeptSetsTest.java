package org.ringlight.analytics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.heuristic.UniformGuess;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;

/** What an analysis keeps for the next one, and when that may not use it. */
class KeptSetsTest {

  private static final MiniChain CHAIN =
      MiniChain.of(
          """
          ```chain
          block 0: genesis=10
          block 1: a b c d
          block 2
          tx one
            spends a among a
            pays x-1
          block 3
          tx two
            spends b among a b
            pays x-2
          tx three
            spends c among c d
            pays x-3
          ```
          """);

  @TempDir Path folder;

  @BeforeEach
  void writeChain() {
    CHAIN.write(folder);
  }

  private static AnalysisResult analyse(
      Lake lake, List<String> deductions, List<Heuristic> estimates) {
    return new Analysis(
            lake,
            new AnalysisOptions(deductions, estimates, List.of(), false),
            AnalysisListener.SILENT)
        .run();
  }

  private static AnalysisResult analyse(Lake lake) {
    return analyse(lake, Analysis.deductions(), List.of());
  }

  private static List<String> said(Lake lake) {
    return new StoryFindings(CHAIN).lines(lake);
  }

  @Test
  void areNotUsedAfterARunThatWroteOtherFindings() {
    try (Lake lake = Lake.open(folder)) {
      analyse(lake);
      List<String> proven = said(lake);
      assertThat(analyse(lake).keptUpTo()).isEqualTo(3);
      analyse(lake, List.of(), List.of(new UniformGuess()));
      assertThat(analyse(lake).keptUpTo()).isEqualTo(-1);
      assertThat(said(lake)).isEqualTo(proven);
    }
  }

  @Test
  void areNotUsedWhereTheRunThatFollowedEndedBeforeItKeptItsOwn() throws IOException {
    Path kept = folder.resolve("cache").resolve("known-sets");
    try (Lake lake = Lake.open(folder)) {
      analyse(lake);
      List<String> proven = said(lake);
      byte[] first = Files.readAllBytes(kept);
      analyse(lake, List.of("zero-mixin"), List.of());
      Files.write(kept, first);
      analyse(lake);
      assertThat(said(lake)).isEqualTo(proven);
    }
  }

  @Test
  void areNotUsedWhereAnyOfTheirBytesIsDamaged() throws IOException {
    Path kept = folder.resolve("cache").resolve("known-sets");
    try (Lake lake = Lake.open(folder)) {
      analyse(lake);
      List<String> proven = said(lake);
      byte[] whole = Files.readAllBytes(kept);
      for (int i = 0; i < whole.length; i += i < 400 ? 3 : 17) {
        byte[] damaged = whole.clone();
        damaged[i] ^= 0x7f;
        Files.write(kept, damaged);
        assertThat(KnownSets.read(kept, "", "")).as("byte %d", i).isEmpty();
      }
      assertThat(analyse(lake).keptUpTo()).isEqualTo(-1);
      assertThat(said(lake)).isEqualTo(proven);
    }
  }
}
