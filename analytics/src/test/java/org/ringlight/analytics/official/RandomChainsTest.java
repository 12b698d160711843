package org.ringlight.analytics.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.official.ChainRows.Tagging;

/** Small chains in which everything meets everything, against the rules as they are told. */
class RandomChainsTest {

  private static final long[] SPACES = {0, 7, 5_000, -9};

  @Test
  void everyMarkIsTheSameAndHasTheSameRule() {
    Map<OfficialRule, Long> seen = new EnumMap<>(OfficialRule.class);
    for (int seed = 0; seed < 800; seed++) {
      DrawnChain chain = chain(new SplittableRandom(seed));
      RulesAsTold told = new RulesAsTold();
      chain.read(told);
      OfficialMarks marks = chain.run();
      assertThat(DrawnChain.words(marks)).as("seed %d", seed).isEqualTo(told.marks());
      for (OfficialRule rule : OfficialRule.values()) {
        seen.merge(rule, marks.count(rule), Long::sum);
      }
    }
    assertThat(seen.values()).as("%s", seen).allMatch(count -> count > 200);
  }

  private static DrawnChain chain(SplittableRandom random) {
    DrawnChain chain = new DrawnChain();
    DrawnChain.Counts made = new DrawnChain.Counts();
    int spaces = random.nextInt(1, SPACES.length + 1);
    int plenty = random.nextInt(1, 12);
    int transactions = random.nextInt(5, 60);
    for (int tx = 0; tx < transactions; tx++) {
      chain.transaction();
      for (int ring = random.nextInt(4); ring > 0; ring--) {
        long space = SPACES[random.nextInt(spaces)];
        if (made.of(space) > 0) {
          chain.spends(space, members(random, made.of(space)));
        }
      }
      if (random.nextInt(plenty) > 0 || tx < 3) {
        long space = SPACES[random.nextInt(spaces)];
        int count = random.nextInt(1, 4);
        Tagging tagging = random.nextInt(4) == 0 ? Tagging.TAGGED : Tagging.UNTAGGED;
        chain.makes(space, count, tagging);
        for (int i = 0; i < count; i++) {
          made.next(space);
        }
      }
    }
    return chain;
  }

  /** Mostly sorted; duplicates side by side, and now and then apart. */
  private static long[] members(SplittableRandom random, long outputs) {
    long[] members = random.longs(random.nextInt(1, 5), 0, outputs).toArray();
    if (random.nextInt(5) > 0) {
      Arrays.sort(members);
    }
    return members;
  }
}
