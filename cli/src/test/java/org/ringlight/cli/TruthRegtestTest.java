package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthRegtestTest {

  @Test
  void theStoriesThatComeWithTheProgramAreListed() {
    Typed listed = Typed.in("truth", "regtest", "--list");
    assertThat(listed.code()).isZero();
    assertThat(listed.out())
        .contains("quiet-months", "theft-and-cash-out", "pool-and-exchange", "demo");
  }

  @Test
  void aStoryThatCannotWorkIsRefusedWithItsLineBeforeAnythingIsMade(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("village.yaml");
    Files.writeString(
        file,
        """
        title: A village
        actors:
          - miners: [abe, bea]
          - exchange: harbour
            customers: [abe, zoe]
        """);
    Path out = folder.resolve("out");
    Typed answer =
        Typed.in("truth", "regtest", "--story", file.toString(), "--out", out.toString());
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.talk()).contains("'zoe'", file + " line 5]");
    assertThat(answer.out()).isEmpty();
    assertThat(out).doesNotExist();
  }
}
