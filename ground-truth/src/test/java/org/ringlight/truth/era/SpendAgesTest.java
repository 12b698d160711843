package org.ringlight.truth.era;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ringlight.truth.age.AgeLaw;
import org.ringlight.truth.age.AgeLaws;
import org.ringlight.truth.era.MadeChain.Made;

/** How old what is truly spent is, beside the law that was asked for. */
final class SpendAgesTest {

  @Test
  void agesFollowTheLaw() {
    AgeLaw law = AgeLaws.parse(EraOptions.USUAL_SPEND_AGES);
    EraOptions options =
        new EraOptions(
                7,
                20_000,
                60_000,
                OptionalLong.empty(),
                Optional.of(LocalDate.of(2023, 5, 1)),
                law,
                Set.of())
            .without(Feature.FLOODS, Feature.P2POOL, Feature.IDENTICAL, Feature.CYCLES);
    SplittableRandom random = new SplittableRandom(1);
    List<Integer> realised = new ArrayList<>();
    List<Integer> asked = new ArrayList<>();
    MadeChain.of(
        options,
        0,
        (made, below) -> {
          if (made.height() >= options.blocks() / 2 && made.draft().kind == Draft.Kind.PAYMENT) {
            for (Draft.Ring ring : made.draft().rings) {
              int age = made.height() - below.space(0).get(Ledger.index(ring.coin())).height();
              realised.add(age);
              asked.add(age(law, made, random));
            }
          }
        });
    double distance = distance(sorted(realised), sorted(asked));
    System.out.printf("%,d spends, D %.4f%n", realised.size(), distance);
    assertThat(distance).isLessThan(0.05);
  }

  private static int age(AgeLaw law, Made made, SplittableRandom random) {
    while (true) {
      double blocks = law.draw(random) / AgeLaw.BLOCK_SECONDS;
      if (blocks < made.height()) {
        return Math.max(Ledger.SPENDABLE_AGE, (int) blocks);
      }
    }
  }

  private static int[] sorted(List<Integer> ages) {
    int[] sorted = ages.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The greatest difference of the two empirical distribution functions. */
  private static double distance(int[] a, int[] b) {
    double greatest = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int age = Math.min(a[i], b[j]);
      while (i < a.length && a[i] == age) {
        i++;
      }
      while (j < b.length && b[j] == age) {
        j++;
      }
      greatest = Math.max(greatest, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return greatest;
  }
}
