package org.ringlight.analytics.analysis;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;

class MiniChainFindingsTest {
  @Test
  void print(@TempDir Path folder) {
    MiniChain chain = MiniChain.ofStory();
    chain.write(folder);
    try (Lake lake = Lake.open(folder)) {
      System.out.println(new Analysis(lake, AnalysisOptions.everything(), AnalysisListener.SILENT).run());
      new StoryFindings(chain).lines(lake).forEach(System.out::println);
    }
  }
}
