package org.ringlight.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderingTest {

  private static final Stand STAND =
      new Stand(
          "index",
          "blocks",
          12_000,
          99_000,
          List.of(
              new Stand.Figure("tx", 60_000, Stand.Kind.COUNT_PER_SECOND),
              new Stand.Figure("bytes", 25_000_000, Stand.Kind.BYTES_PER_SECOND),
              new Stand.Figure("pages waiting", 2, Stand.Kind.AS_IT_IS)));

  @Test
  void plainLinesSayStageRateAndTimeLeft() {
    assertThat(new PlainLines().render(STAND, Duration.ofSeconds(20)))
        .isEqualTo(
            "index 12,000 of 99,000 blocks, 12 %, 3,000 tx/s, 1.3 MB/s, pages waiting 2,"
                + " ~2 minutes remaining"
                + System.lineSeparator());
  }

  @Test
  void withoutATotalThereIsNoTimeLeft() {
    Stand open = new Stand("index", "blocks", 5, 0, List.of());
    assertThat(new PlainLines().render(open, Duration.ofSeconds(1)))
        .isEqualTo("index 5 blocks" + System.lineSeparator());
  }

  @Test
  void theBarFillsWithWhatIsDone() {
    assertThat(new Bar().render(STAND, Duration.ofSeconds(20))).contains("[██······");
  }

  @Test
  void jsonLinesAreForPrograms() {
    assertThat(new JsonLines().render(STAND, Duration.ofSeconds(20)))
        .contains("\"done\":12000")
        .contains("\"total\":99000")
        .contains("\"elapsedSeconds\":20.0");
  }
}
