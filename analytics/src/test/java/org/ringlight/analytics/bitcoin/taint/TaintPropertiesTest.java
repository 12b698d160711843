package org.ringlight.analytics.bitcoin.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/** What holds on every chain, on chains drawn at random. */
class TaintPropertiesTest {

  private static final int SEEDS = 25;
  private static final long COIN = 5_000_000_000L;

  @ParameterizedTest
  @EnumSource(value = TaintMethod.class, names = "POISON", mode = EnumSource.Mode.EXCLUDE)
  void everySatoshiThatWasStolenIsAccountedFor(TaintMethod method) {
    everywhere(
        method,
        (policy, chain, sources) -> {
          for (SourceTotals totals : Follow.follow(policy, sources, chain).totals()) {
            assertThat(totals.accounted()).as("%s %s", policy, totals).isEqualTo(totals.stolen());
          }
        });
  }

  @ParameterizedTest
  @EnumSource(TaintMethod.class)
  void noOutputIsTaintedBeyondItsValueAndPoisonIsNeverLess(TaintMethod method) {
    everywhere(
        method,
        (policy, chain, sources) -> {
          TaintPolicy worst =
              TaintPolicy.of(TaintMethod.POISON).with(policy.fees()).with(policy.coinbase());
          Map<Long, Long> poison = Follow.amounts(Follow.follow(worst, sources, chain));
          Follow.follow(policy, sources, chain)
              .forEach(
                  output -> {
                    assertThat(output.taint()).isPositive().isLessThanOrEqualTo(output.value());
                    assertThat(poison.getOrDefault(output.output(), 0L))
                        .as("%s %s", policy, output)
                        .isGreaterThanOrEqualTo(output.taint());
                  });
        });
  }

  @ParameterizedTest
  @EnumSource(TaintMethod.class)
  void withoutSourceNothingIsTainted(TaintMethod method) {
    TaintSources none = TaintSources.builder().build();
    TaintSources elsewhere = TaintSources.builder().add("theft", Long.MAX_VALUE).build();
    everywhere(
        method,
        (policy, chain, sources) -> {
          assertThat(Follow.amounts(Follow.follow(policy, none, chain))).isEmpty();
          assertThat(Follow.amounts(Follow.follow(policy, elsewhere, chain))).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = TaintMethod.class,
      names = {"HAIRCUT", "POISON"})
  void theOrderOfInputsDoesNotMatter(TaintMethod method) {
    everywhere(
        method,
        (policy, chain, sources) ->
            assertThat(Follow.outputs(Follow.follow(policy, sources, chain)))
                .isEqualTo(
                    Follow.outputs(
                        Follow.follow(policy, sources, RandomChain.shuffled(chain, 1)))));
  }

  @ParameterizedTest
  @EnumSource(TaintMethod.class)
  void theLotIsTaintedAsItsParts(TaintMethod method) {
    everywhere(
        method,
        (policy, chain, sources) -> {
          TaintSources.Builder lot = TaintSources.builder();
          for (DrawnTransaction one : chain) {
            for (DrawnTransaction.Out out : one.outs()) {
              if (sources.of(out.id()) != Lot.CLEAN) {
                lot.add("all", out.id());
              }
            }
          }
          assertThat(Follow.amounts(Follow.follow(policy, lot.build(), chain)))
              .as("%s", policy)
              .isEqualTo(Follow.amounts(Follow.follow(policy, sources, chain)));
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = TaintMethod.class,
      names = {"FIFO", "LIFO"})
  void inOrderASourceIsTheSameAloneAndAmongOthers(TaintMethod method) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 15, 6, COIN);
      List<Long> coinbases = new ArrayList<>();
      for (DrawnTransaction one : chain) {
        if (one.isCoinbase()) {
          coinbases.add(one.outputId(0));
        }
      }
      TaintSources.Builder both = TaintSources.builder();
      coinbases.subList(0, 6).forEach(output -> both.add(output % 2 == 0 ? "even" : "odd", output));
      for (FeePolicy fees : List.of(FeePolicy.LAST, FeePolicy.PRO_RATA)) {
        TaintPolicy policy = TaintPolicy.of(method).with(fees);
        TaintSources together = both.build();
        TaintReport report = Follow.follow(policy, together, chain);
        for (int source = 0; source < together.names().size(); source++) {
          TaintSources.Builder alone = TaintSources.builder();
          for (long output : coinbases) {
            if (together.of(output) == source) {
              alone.add("alone", output);
            }
          }
          Map<Long, Long> part = new TreeMap<>();
          int mark = source;
          report.forEach(
              output -> {
                if (output.from(mark) > 0) {
                  part.put(output.output(), output.from(mark));
                }
              });
          assertThat(Follow.amounts(Follow.follow(policy, alone.build(), chain)))
              .as("%s, seed %s, source %s", policy, seed, source)
              .isEqualTo(part);
        }
      }
    }
  }

  @Test
  void lifoIsFifoOfReversedInputs() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 15, 6, COIN);
      List<DrawnTransaction> reversed = new ArrayList<>();
      for (DrawnTransaction one : chain) {
        List<DrawnTransaction.In> ins = new ArrayList<>(one.ins());
        Collections.reverse(ins);
        reversed.add(
            new DrawnTransaction(
                one.id(), one.height(), one.version(), one.lockTime(), ins, one.outs()));
      }
      TaintSources sources = SlowTaintTest.threeThefts(chain, seed);
      assertThat(Follow.outputs(Follow.follow(TaintPolicy.of(TaintMethod.LIFO), sources, chain)))
          .isEqualTo(
              Follow.outputs(Follow.follow(TaintPolicy.of(TaintMethod.FIFO), sources, reversed)));
    }
  }

  private interface Case {
    void check(TaintPolicy policy, List<DrawnTransaction> chain, TaintSources sources);
  }

  private static void everywhere(TaintMethod method, Case one) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 15, 6, seed % 2 == 0 ? COIN : 40);
      TaintSources sources = SlowTaintTest.threeThefts(chain, seed);
      for (FeePolicy fees : FeePolicy.values()) {
        for (CoinbaseFees coinbase : CoinbaseFees.values()) {
          one.check(TaintPolicy.of(method).with(fees).with(coinbase), chain, sources);
        }
      }
    }
  }
}
