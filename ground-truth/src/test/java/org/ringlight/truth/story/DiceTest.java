package org.ringlight.truth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiceTest {

  @Test
  void whatComesUpDependsOnSeedAndNameAlone() {
    assertThat(throwsOf(1, "ann")).isEqualTo(throwsOf(1, "ann"));
    assertThat(throwsOf(1, "ann")).isNotEqualTo(throwsOf(1, "bob"));
    assertThat(throwsOf(1, "ann")).isNotEqualTo(throwsOf(2, "ann"));
  }

  @Test
  void sharesStayWithinTheirBounds() {
    Dice dice = new Dice(3, "ann");
    long amount = 1_000_003;
    assertThat(LongStream.range(0, 1000).map(i -> dice.share(amount, 3, 20)))
        .allMatch(share -> share >= 30_000 && share <= 200_001);
  }

  private static List<Long> throwsOf(long seed, String name) {
    Dice dice = new Dice(seed, name);
    return LongStream.range(0, 20).map(i -> dice.share(1_000_000, 0, 100)).boxed().toList();
  }
}
