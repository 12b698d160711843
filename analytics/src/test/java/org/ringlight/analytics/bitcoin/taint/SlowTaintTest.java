package org.ringlight.analytics.bitcoin.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/** The fold beside implementations that look at every satoshi, and at exact fractions. */
class SlowTaintTest {

  private static final int SEEDS = 60;

  @ParameterizedTest
  @EnumSource(
      value = TaintMethod.class,
      names = {"FIFO", "LIFO", "TIHO", "DIRTY_FIRST"})
  void equalsWhatEverySatoshiSays(TaintMethod method) {
    int tainted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 12, 4, 30);
      TaintSources sources = threeThefts(chain, seed);
      for (FeePolicy fees : FeePolicy.values()) {
        for (CoinbaseFees coinbase : CoinbaseFees.values()) {
          TaintPolicy policy = TaintPolicy.of(method).with(fees).with(coinbase);
          SatoshiBySatoshi slow = new SatoshiBySatoshi(policy, sources);
          Map<Long, List<Integer>> expected = slow.follow(chain);
          TaintReport report = Follow.follow(policy, sources, chain);
          assertThat(rows(report)).as("%s, seed %s", policy, seed).isEqualTo(expected);
          for (int source = 0; source < sources.names().size(); source++) {
            assertThat(report.totals().get(source).fees())
                .as("%s, seed %s, source %s", policy, seed, source)
                .isEqualTo(slow.fees.getOrDefault(source, 0L));
          }
          tainted += expected.size();
        }
      }
    }
    assertThat(tainted).isGreaterThan(SEEDS);
  }

  @ParameterizedTest
  @EnumSource(FeePolicy.class)
  void haircutStaysWithinItsRoundingOfExactFractions(FeePolicy fees) {
    TaintPolicy policy = TaintPolicy.of(TaintMethod.HAIRCUT).with(fees);
    int compared = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<DrawnTransaction> chain = RandomChain.of(seed, 12, 4, 5_000_000_000L);
      TaintSources sources = threeThefts(chain, seed);
      ExactHaircut exact = new ExactHaircut(policy, sources);
      exact.follow(chain);
      Map<Long, Long> amounts = Follow.amounts(Follow.follow(policy, sources, chain));
      for (long output : exact.unspent()) {
        assertThat(exact.distance(output, amounts.getOrDefault(output, 0L)))
            .as("seed %s, output %s", seed, output)
            .isLessThanOrEqualTo(exact.bound(output));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(SEEDS);
  }

  static TaintSources threeThefts(List<DrawnTransaction> chain, long seed) {
    Random random = new Random(~seed);
    TaintSources.Builder sources = TaintSources.builder();
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long output = RandomChain.someOutput(chain, random);
      if (!taken.contains(output)) {
        sources.add("theft " + i % 3, output);
        taken.add(output);
      }
    }
    return sources.build();
  }

  /** Every satoshi of the report's outputs; behind the marked ones the clean ones. */
  private static Map<Long, List<Integer>> rows(TaintReport report) {
    Map<Long, List<Integer>> rows = new TreeMap<>();
    report.forEach(
        output -> {
          List<Integer> row = new ArrayList<>();
          for (Lot lot : output.lots()) {
            for (long k = 0; k < lot.amount(); k++) {
              row.add(lot.mark());
            }
          }
          while (row.size() < output.value()) {
            row.add(Lot.CLEAN);
          }
          rows.put(output.output(), row);
        });
    return rows;
  }
}
