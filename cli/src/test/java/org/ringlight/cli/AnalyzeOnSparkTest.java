package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.mini.MiniChain;

/** {@code analyze --master}: a Spark process of its own, started by the script. */
class AnalyzeOnSparkTest {

  private static final String CLAIMS =
      "SELECT heuristic, claim, key_images, amount_indexes, public_keys, rests_on, depth, height"
          + " FROM findings.claims ORDER BY number";

  @TempDir Path folder;

  private String typed(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Typed answer = Typed.in(all);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer.out();
  }

  /** Builds Spark's class path where that is not there yet. */
  @Test
  @Tag("full")
  void findingsAreThoseOfTheKernel() {
    MiniChain.ofStory().write(folder);
    typed("analyze", "zero-mixin", "cascade");
    String kernel = typed("sql", CLAIMS);
    typed("analyze", "--master", "local[2]");
    assertThat(typed("sql", CLAIMS)).isEqualTo(kernel);
    assertThat(typed("sql", "SELECT count(*) FROM findings.runs")).contains("2");
    typed("prove", "--all");
  }

  @Test
  void otherHeuristicsAreNotForSpark() throws Exception {
    MiniChain.ofStory().write(folder);
    Typed answer =
        Typed.in("--data", folder.toString(), "analyze", "--master", "local[2]", "closed-sets");
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.talk()).contains("--master runs zero-mixin and cascade, and nothing else");
    assertThat(Files.exists(folder.resolve("findings"))).isFalse();
  }
}
