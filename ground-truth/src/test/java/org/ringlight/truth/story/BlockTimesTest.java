package org.ringlight.truth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.truth.story.plot.Story;
import org.ringlight.truth.story.plot.StoryFile;

class BlockTimesTest {

  private final Story story = StoryFile.named("quiet-months").story();

  @Test
  void theLastBlockIsFoundOnTheLastDayAndNoTwoAtOnce() {
    List<Duration> pauses = pauses();
    assertThat(pauses).allSatisfy(pause -> assertThat(pause).isPositive());
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(
            Duration.ofDays(story.days()),
            Duration.ofDays(story.days()).plusSeconds(story.minedBlocks()));
  }

  @Test
  void aboutAThirdTakesLongerThanTheMeanAsOnARealChain() {
    Duration mean = Duration.ofDays(story.days()).dividedBy(story.minedBlocks());
    long longer = pauses().stream().filter(pause -> pause.compareTo(mean) > 0).count();
    assertThat(longer / (double) story.minedBlocks()).isBetween(0.30, 0.44); // exp(-1) is 0.37
  }

  private List<Duration> pauses() {
    BlockTimes times = new BlockTimes(new Dice(5, "block times"), story);
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < story.minedBlocks(); i++) {
      pauses.add(times.next());
    }
    return pauses;
  }
}
