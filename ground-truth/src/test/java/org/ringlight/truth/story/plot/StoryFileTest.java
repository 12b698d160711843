package org.ringlight.truth.story.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringlight.failure.ConfigurationInvalid;

class StoryFileTest {

  private static final String VILLAGE =
      """
      title: A village
      days: 30
      blocks: 200
      actors:
        - pool: brook
          finds-percent: 60
        - miners: [abe, bea]
        - users: cem
          spends-percent: [5, 10]
        - exchange: harbour
          customers: [abe, cem]
          waits-for-xmr: 0.5
        - thief: mallory
          on-day: 20
        - auditor: olga
          sees: harbour
      """;

  @Test
  void whatIsWrittenIsReadAndTheRestHasDefaults() {
    Story story = StoryFile.of(VILLAGE, "village").story();
    assertThat(story.title()).isEqualTo("A village");
    assertThat(story.seed()).isEqualTo(1);
    assertThat(story.openingBlocks()).isEqualTo(115);
    assertThat(story.turns()).isEqualTo((200 - 115 - 24) / 3);
    assertThat(story.people(Role.MINER)).containsExactly("abe", "bea");
    assertThat(story.parts(Part.Exchange.class))
        .singleElement()
        .isEqualTo(
            new Part.Exchange(
                "harbour", List.of("abe", "cem"), 60, new Span(2, 16), 40, 500_000_000_000L, 60));
    assertThat(story.parts(Part.Thief.class))
        .singleElement()
        .isEqualTo(new Part.Thief("mallory", "harbour", "harbour", 20, new Span(70, 90), 8, 3));
    assertThat(story.parts(Part.People.class).toList().get(1))
        .isEqualTo(
            new Part.People(
                List.of("cem"),
                Role.USER,
                60,
                30,
                6,
                new Span(5, 10),
                List.of("abe", "bea", "cem")));
  }

  /** What is replaced, by what, on which line it is noticed, and a word that must be said. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("days: 30", "days: thirty", 2, "whole number"),
        Arguments.of("days: 30", "days: 0", 2, "from 1 to 3650"),
        Arguments.of("days: 30", "days: [30]", 2, "not one value"),
        Arguments.of("title: A village", "name: A village", 1, "lacks 'title'"),
        Arguments.of("days: 30", "weeks: 4", 2, "unknown key 'weeks'"),
        Arguments.of("days: 30", "start: 1.3.2025", 2, "2025-03-01"),
        Arguments.of("days: 30", "start: 2999-01-01", 2, "future"),
        Arguments.of("days: 30", "opening-blocks: 109", 2, "from 110"),
        Arguments.of("days: 30", "days: 30\ndays: 31", 3, "second time"),
        Arguments.of("blocks: 200", "blocks: 141", 3, "no turn"),
        Arguments.of("  - pool: brook", "  - mine: brook", 5, "an actor that is nothing"),
        Arguments.of("  - pool: brook", "  - pool: brook\n    exchange: x", 5, "two kinds"),
        Arguments.of("finds-percent: 60", "finds-percent: 101", 6, "from 0 to 100"),
        Arguments.of("finds-percent: 60", "finds: 60", 6, "known are pool, finds-percent"),
        Arguments.of("finds-percent: 60", "pays-percent: [70, 40]", 6, "no range"),
        Arguments.of("finds-percent: 60", "opening-blocks: 90", 1, "half of them"),
        Arguments.of("[abe, bea]", "[abe, Bea]", 7, "small letters"),
        Arguments.of("[abe, bea]", "[abe, brook]", 7, "there already"),
        Arguments.of("users: cem", "swap-service: cem", 9, "unknown key 'spends-percent'"),
        Arguments.of("customers: [abe, cem]", "customers: [abe, zoe]", 11, "'zoe'"),
        Arguments.of("customers: [abe, cem]", "customers: [abe, brook]", 11, "'brook'"),
        Arguments.of("waits-for-xmr: 0.5", "waits-for-xmr: -1", 12, "from 0 to"),
        Arguments.of("waits-for-xmr: 0.5", "outputs: [2, 17]", 12, "from 2 to 16"),
        Arguments.of("on-day: 20", "on-day: 29", 14, "from 1 to 25"),
        Arguments.of("on-day: 20", "steals-from: abe", 14, "'abe'"),
        Arguments.of("sees: harbour", "sees: *someone", 16, ""),
        Arguments.of("    sees: harbour\n", "", 15, "sees nobody"),
        Arguments.of("days: 30", "days: 30: 31", 2, "no YAML"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatCannotBeToldIsRefusedWithItsLine(String right, String wrong, int line, String said) {
    assertThat(VILLAGE).contains(right);
    assertThatThrownBy(() -> StoryFile.of(VILLAGE.replace(right, wrong), "village.yaml"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("village.yaml line " + line + "]")
        .hasMessageContaining(said);
  }

  @Test
  void poolsThatFindLessThanAllNeedMiners() {
    String noMiners =
        """
        title: t
        actors:
          - pool: a
            finds-percent: 70
          - users: [u]
        """;
    assertThatThrownBy(() -> StoryFile.of(noMiners, "f"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("line 3");
    String tooMuch =
        """
        title: t
        actors:
          - miners: [m]
          - pool: a
          - pool: b
        """;
    assertThatThrownBy(() -> StoryFile.of(tooMuch, "f"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("150 percent")
        .hasMessageContaining("line 5");
  }

  @Test
  void anotherSeedStandsInTheTextToo(@TempDir Path folder) throws IOException {
    StoryFile seeded = StoryFile.of(VILLAGE, "village").withSeed(77);
    assertThat(seeded.story().seed()).isEqualTo(77);
    assertThat(seeded.withSeed(78).text()).contains("seed: 78\n").doesNotContain("77");
    Path file = folder.resolve("village.yaml");
    Files.writeString(file, seeded.text(), StandardCharsets.UTF_8);
    assertThat(StoryFile.named(file.toString()).story()).isEqualTo(seeded.story());
  }

  @Test
  void shippedStoriesCanBeToldAndAllButTheDemoLastSixtyDays() {
    assertThat(StoryFile.shipped())
        .allSatisfy(name -> assertThat(StoryFile.named(name).story().turns()).isPositive());
    assertThat(List.of("quiet-months", "theft-and-cash-out", "pool-and-exchange"))
        .allSatisfy(
            name -> assertThat(StoryFile.named(name).story().days()).isGreaterThanOrEqualTo(60));
    assertThatThrownBy(() -> StoryFile.named("no-such-story"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("quiet-months");
  }
}
