package org.ringlight.analytics.bitcoin.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.analytics.bitcoin.taint.FeePolicy;
import org.ringlight.analytics.bitcoin.taint.RandomChain;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;

/** What holds on every chain, on chains drawn at random: twelve addresses of eight entities. */
class ExposurePropertiesTest {

  private static final int SEEDS = 80;
  private static final Entities ENTITIES = address -> address % 8;
  private static final int ME = 0;
  private static final NamedLabels LABELS =
      new NamedLabels(List.of("exchange", "mixer"), new int[] {-1, 0, 1, 0, -1, -1, -1, -1});

  @ParameterizedTest
  @EnumSource(Direction.class)
  void fifoIsWhatEverySatoshiRemembers(Direction direction) {
    long attributed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 15, 6, 30);
      for (int hops : new int[] {1, 2, 3, 50}) {
        Exposure exposure = exposure(chain, direction, hops, TaintPolicy.of(TaintMethod.FIFO), ME);
        SlowExposure slow = new SlowExposure(ENTITIES, LABELS, ME, hops);
        slow.read(chain, direction);
        for (int i = 0; i < slow.direct.length; i++) {
          CategoryExposure category = exposure.categories().get(i);
          assertThat(category.direct()).as("seed %s", seed).isEqualTo(slow.direct[i]);
          assertThat(category.indirect()).as("seed %s", seed).isEqualTo(slow.indirect[i]);
          assertThat(category.directPaths() > 0).isEqualTo(category.direct() > 0);
          assertThat(category.indirectPaths() > 0).isEqualTo(category.indirect() > 0);
          attributed += category.indirect();
        }
        exposure
            .rest()
            .forEach(
                (why, amount) ->
                    assertThat(amount).as("%s", why).isEqualTo(slow.rest.getOrDefault(why, 0L)));
        assertThat(exposure.total()).isEqualTo(slow.total);
      }
    }
    assertThat(attributed).isPositive();
  }

  @ParameterizedTest
  @EnumSource(value = TaintMethod.class, names = "POISON", mode = EnumSource.Mode.EXCLUDE)
  void noPartIsBelowZeroAndAllAreTheTotal(TaintMethod method) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 15, 6, 5_000_000_000L);
      for (FeePolicy fees : FeePolicy.values()) {
        for (Direction direction : Direction.values()) {
          Exposure exposure = exposure(chain, direction, 3, TaintPolicy.of(method).with(fees), ME);
          assertThat(exposure.rest().values()).allMatch(amount -> amount >= 0);
          assertThat(exposure.categories()).allMatch(one -> one.direct() >= 0);
          assertThat(exposure.categories()).allMatch(one -> one.indirect() >= 0);
          assertThat(exposure.attributed() + exposure.unattributed()).isEqualTo(exposure.total());
        }
      }
    }
  }

  @Test
  void inOrderTheTotalAndTheDirectPartsAreTheSameForAllHops() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 15, 6, 5_000_000_000L);
      for (Direction direction : Direction.values()) {
        TaintPolicy fifo = TaintPolicy.of(TaintMethod.FIFO);
        Exposure near = exposure(chain, direction, 1, fifo, ME);
        Exposure far = exposure(chain, direction, 60, fifo, ME);
        assertThat(near.total()).isEqualTo(far.total());
        for (int i = 0; i < near.categories().size(); i++) {
          CategoryExposure one = near.categories().get(i);
          assertThat(one.indirect()).isZero();
          assertThat(one.direct()).isEqualTo(far.categories().get(i).direct());
        }
      }
    }
  }

  @Test
  void whatOneSentToTheOtherTheOtherReceivedFromIt() {
    NamedLabels both = new NamedLabels(List.of("a", "b"), new int[] {0, 1, -1, -1, -1, -1, -1, -1});
    long compared = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 15, 6, 5_000_000_000L);
      for (TaintMethod method : List.of(TaintMethod.FIFO, TaintMethod.LIFO)) {
        for (int hops : new int[] {1, 2, 4}) {
          TaintPolicy policy = TaintPolicy.of(method);
          CategoryExposure sent =
              trace(chain, both, question(Direction.OUT, hops, policy, 0)).categories().get(1);
          CategoryExposure received =
              trace(chain, both, question(Direction.IN, hops, policy, 1)).categories().get(0);
          assertThat(sent.direct()).isEqualTo(received.direct());
          assertThat(sent.indirect()).isEqualTo(received.indirect());
          assertThat(sent.directPaths()).isEqualTo(received.directPaths());
          assertThat(sent.indirectPaths()).isEqualTo(received.indirectPaths());
          compared += sent.indirect();
        }
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void withoutLabelsNothingIsAttributed() {
    NamedLabels none = new NamedLabels(List.of(), new int[0]);
    for (Direction direction : Direction.values()) {
      Exposure exposure =
          trace(
              RandomChain.of(3, 15, 6, 1000),
              none,
              question(direction, 5, TaintPolicy.of(TaintMethod.HAIRCUT), ME));
      assertThat(exposure.total()).isPositive().isEqualTo(exposure.unattributed());
    }
  }

  private static Exposure exposure(
      List<DrawnTransaction> chain, Direction direction, int hops, TaintPolicy policy, int who) {
    return trace(chain, LABELS, question(direction, hops, policy, who));
  }

  private static ExposureQuestion question(
      Direction direction, int hops, TaintPolicy policy, int who) {
    return new ExposureQuestion(entity -> entity == who, direction, hops, policy);
  }

  private static Exposure trace(
      List<DrawnTransaction> chain, Labels labels, ExposureQuestion question) {
    ExposureTrace trace = new ExposureTrace(question, ENTITIES, labels);
    chain.forEach(trace::accept);
    return trace.report();
  }
}
