package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;

/** Chains made by seeds: what analyses find on them is accepted, what is changed is not. */
class RandomChainsTest {

  @TempDir Path folder;

  @Test
  void whatAnAnalysisFindsIsAccepted() {
    long findings = 0;
    for (long seed = 0; seed < 8; seed++) {
      MiniChain chain = RandomStory.of(seed, 40 + 5 * (int) seed);
      Path data = folder.resolve("chain" + seed);
      chain.write(data);
      try (Lake lake = Lake.open(data)) {
        Tables.analyse(lake);
        Verdict verdict = Tables.check(lake);
        assertThat(verdict.first()).as("seed %s", seed).isEmpty();
        findings += verdict.accepted();
      }
    }
    assertThat(findings).isGreaterThan(300);
  }
}
