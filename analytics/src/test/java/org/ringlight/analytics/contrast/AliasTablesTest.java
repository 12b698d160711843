package org.ringlight.analytics.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AliasTablesTest {

  private static final int DRAWS = 400_000;

  @Test
  void itemsAreDrawnAsOftenAsTheyWeigh() {
    int[] first = {0, 1, 4, 4, 20};
    double[] weights = new double[20];
    SplittableRandom random = new SplittableRandom(3);
    for (int item = 0; item < weights.length; item++) {
      weights[item] = item < 4 ? item + 1 : 0.001 + random.nextDouble();
    }
    AliasTables tables = new AliasTables(first, weights);
    for (int group : new int[] {0, 1, 3}) {
      double sum = 0;
      for (int item = first[group]; item < first[group + 1]; item++) {
        sum += weights[item];
      }
      int[] drawn = new int[weights.length];
      for (int i = 0; i < DRAWS; i++) {
        drawn[tables.draw(group, random)]++;
      }
      for (int item = 0; item < weights.length; item++) {
        boolean member = item >= first[group] && item < first[group + 1];
        double expected = member ? weights[item] / sum : 0;
        // five standard errors
        assertThat(drawn[item] / (double) DRAWS)
            .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / DRAWS)));
      }
    }
  }
}
