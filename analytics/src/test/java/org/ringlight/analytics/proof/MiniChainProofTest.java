package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;

/** The story's chain: what an analysis says of it is checked again. */
class MiniChainProofTest {

  @Test
  void everyFindingIsAccepted(@TempDir Path folder) {
    MiniChain.ofStory().write(folder);
    try (Lake lake = Lake.open(folder)) {
      Tables.analyse(lake);
      Verdict verdict = Tables.check(lake);
      assertThat(verdict.first()).isEmpty();
      assertThat(verdict.accepted()).isEqualTo(9);
    }
  }
}
