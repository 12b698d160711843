package org.ringlight.analytics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;

/** What an analysis finds on the mini chain is, word for word, what {@code STORY.md} says it must. */
class MiniChainFindingsTest {

  @TempDir Path folder;

  @Test
  void eachHeuristicSaysExactlyWhatTheStorySays() {
    MiniChain chain = MiniChain.ofStory();
    chain.write(folder);
    try (Lake lake = Lake.open(folder)) {
      new Analysis(lake, AnalysisOptions.everything(), AnalysisListener.SILENT).run();
      assertThat(new StoryFindings(chain).lines(lake)).isEqualTo(chain.findings());
    }
  }

  @Test
  void oneHeuristicAloneSaysNoMoreThanItCan() {
    MiniChain chain = MiniChain.ofStory();
    chain.write(folder);
    try (Lake lake = Lake.open(folder)) {
      run(lake, "zero-mixin");
      assertThat(new StoryFindings(chain).lines(lake))
          .containsExactly(
              "zero-mixin: ring ada-1 spends ada-1, from 4",
              "zero-mixin: ring ada-2 does not spend ada-1, by ada-1, from 4",
              "zero-mixin: ring ada-3 does not spend ada-1, by ada-1, from 5");
      run(lake, "cascade");
      assertThat(new StoryFindings(chain).lines(lake))
          .containsExactlyElementsOf(chain.findings().subList(0, 5));
      run(lake, "identical-rings");
      assertThat(new StoryFindings(chain).lines(lake))
          .containsExactly(
              "identical-rings: closed set jo-1 jo-2, from 33",
              "identical-rings: jo-1 is spent, by jo-1, from 33",
              "identical-rings: jo-2 is spent, by jo-1, from 33",
              "identical-rings: ring jo-3 does not spend jo-1, by jo-1, from 34",
              "identical-rings: ring jo-3 does not spend jo-2, by jo-1, from 34");
    }
  }

  private static void run(Lake lake, String... heuristics) {
    new Analysis(
            lake,
            new AnalysisOptions(List.of(heuristics), List.of(), List.of(), false),
            AnalysisListener.SILENT)
        .run();
  }
}
