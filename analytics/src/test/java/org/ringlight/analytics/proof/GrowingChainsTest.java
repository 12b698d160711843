package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.analysis.Analysis;
import org.ringlight.analytics.analysis.AnalysisListener;
import org.ringlight.analytics.analysis.AnalysisOptions;
import org.ringlight.analytics.analysis.AnalysisResult;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;

/**
 * Chains that grow and are cut back: an analysis that goes on says what one from the start says.
 */
class GrowingChainsTest {

  private static final int CHAINS = 2;
  private static final int BLOCKS = 40;

  @TempDir Path folder;

  @Test
  void whateverCameAndWentTheFindingsAreThoseOfTheChainAsItIs() {
    long continued = 0;
    for (long seed = 100; seed < 100 + CHAINS; seed++) {
      MiniChain chain = RandomStory.of(seed, BLOCKS);
      SplittableRandom random = new SplittableRandom(seed);
      try (Lake lake = Lake.open(folder.resolve("chain" + seed));
          Writer writer = lake.writer(Namespace.XMR)) {
        long tip = random.nextInt(10, 30);
        chain.commit(writer, 0, tip);
        while (tip < BLOCKS - 1) {
          AnalysisResult result = analyse(lake, false);
          continued += result.keptUpTo() >= 0 ? 1 : 0;
          Set<String> grown = lines(lake);
          analyse(lake, true);
          assertThat(grown).as("seed %d, tip %d", seed, tip).isEqualTo(lines(lake));
          if (random.nextInt(3) == 0) {
            tip = cutBack(writer, chain, tip - random.nextInt(1, 8));
          } else {
            long next = Math.min(BLOCKS - 1, tip + random.nextInt(1, 9));
            chain.commit(writer, tip + 1, next);
            tip = next;
          }
        }
      }
    }
    assertThat(continued).isGreaterThan(CHAINS);
  }

  private static long cutBack(Writer writer, MiniChain chain, long to) {
    long height = Math.max(0, to);
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(height);
      commit.commit(height, chain.block(height));
    }
    return height;
  }

  private static AnalysisResult analyse(Lake lake, boolean anew) {
    return new Analysis(
            lake,
            new AnalysisOptions(Analysis.deductions(), List.of(), List.of(), anew),
            AnalysisListener.SILENT)
        .run();
  }

  private static Set<String> lines(Lake lake) {
    Set<String> lines = new TreeSet<>();
    for (ClaimRow row : Tables.findings(lake)) {
      lines.add(
          String.join(
              " ",
              row.findingId().toString(),
              row.heuristic(),
              row.claim(),
              row.keyImages().toString(),
              row.restsOn().toString(),
              row.evidence().toString(),
              Integer.toString(row.depth()),
              Long.toString(row.height()),
              row.publicKeys().toString()));
    }
    return lines;
  }
}
