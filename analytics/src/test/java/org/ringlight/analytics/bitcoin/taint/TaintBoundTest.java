package org.ringlight.analytics.bitcoin.taint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringlight.analytics.bitcoin.taint.Sketch.to;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.failure.ConfigurationInvalid;

class TaintBoundTest {

  @Test
  void noMethodThatConservesCoinsIsAboveIt() {
    int compared = 0;
    for (int seed = 0; seed < 25; seed++) {
      List<DrawnTransaction> chain =
          RandomChain.of(seed, 15, 6, seed % 2 == 0 ? 5_000_000_000L : 40);
      TaintSources sources = SlowTaintTest.threeThefts(chain, seed);
      for (CoinbaseFees coinbase : CoinbaseFees.values()) {
        TaintBound bound = bound(sources, coinbase, chain);
        for (TaintMethod method : TaintMethod.values()) {
          for (FeePolicy fees : FeePolicy.values()) {
            if (method.conserves()) {
              TaintPolicy policy = TaintPolicy.of(method).with(fees).with(coinbase);
              TaintReport report = Follow.follow(policy, sources, chain);
              long[] outputs = new long[Follow.outputs(report).size()];
              int[] count = new int[1];
              long[] sum = new long[1];
              report.forEach(
                  output -> {
                    assertThat(bound.of(output.output()))
                        .as("%s, %s", policy, output)
                        .isBetween(output.taint(), output.value());
                    outputs[count[0]++] = output.output();
                    sum[0] += output.taint();
                  });
              assertThat(bound.of(outputs)).isGreaterThanOrEqualTo(sum[0]);
              compared += count[0];
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @Test
  void anOutputHoldsNoMoreThanTheNarrowestPlaceOnTheWay() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 100));
    long clean = sketch.block(to(2, 100));
    long split = sketch.spend(List.of(stolen), to(3, 30), to(4, 70));
    long mixed = sketch.spend(List.of(split, clean), to(5, 90), to(6, 40));
    long joined = sketch.spend(List.of(mixed, mixed + 1), to(7, 130));
    TaintBound bound = bound(source("theft", stolen), CoinbaseFees.END, sketch.transactions());

    assertThat(bound.of(mixed)).isEqualTo(30);
    assertThat(bound.of(joined)).isEqualTo(30);
    assertThat(bound.of(joined, split + 1)).isEqualTo(100);
    assertThat(bound.of(split, joined)).as("what comes through one into the other").isEqualTo(30);
    assertThat(bound.of(stolen)).isEqualTo(100);
    assertThat(bound.of(clean)).isZero();
  }

  @Test
  void taintThroughAFeeIsBoundedByTheFee() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 100));
    long minted = sketch.block(to(2, 57));
    sketch.spend(List.of(stolen), to(3, 93));
    List<DrawnTransaction> chain = sketch.transactions();

    assertThat(bound(source("theft", stolen), CoinbaseFees.END, chain).of(minted)).isZero();
    assertThat(bound(source("theft", stolen), CoinbaseFees.FLOW_ON, chain).of(minted)).isEqualTo(7);
  }

  @Test
  void tooManyReachedOutputsAreAnErrorThatSaysWhatToDo() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 100));
    TaintBound bound = new TaintBound(source("theft", stolen), CoinbaseFees.END, 3);
    sketch.spend(List.of(stolen), to(3, 30), to(4, 30), to(5, 40));
    bound.accept(sketch.transactions().get(0));

    assertThatThrownBy(() -> bound.accept(sketch.transactions().get(1)))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("more than 3 outputs")
        .hasMessageContaining("transaction 1");
  }

  @Test
  void theFlowEqualsTheSmallestCutOfEveryGraphOfSixNodes() {
    Random random = new Random(7);
    for (int run = 0; run < 500; run++) {
      long[][] capacity = new long[6][6];
      MaxFlow flow = new MaxFlow(6);
      for (int edge = 0; edge < 12; edge++) {
        int from = random.nextInt(6);
        int target = random.nextInt(6);
        long value = random.nextInt(10);
        capacity[from][target] += value;
        flow.addEdge(from, target, value);
      }
      long smallest = Long.MAX_VALUE;
      for (int side = 0; side < 64; side++) {
        if ((side & 1) == 1 && (side & 32) == 0) {
          smallest = Math.min(smallest, cut(capacity, side));
        }
      }
      assertThat(flow.solve(0, 5)).as("run %s", run).isEqualTo(smallest);
    }
  }

  private static long cut(long[][] capacity, int side) {
    long sum = 0;
    for (int from = 0; from < 6; from++) {
      for (int target = 0; target < 6; target++) {
        if (((side >> from) & 1) == 1 && ((side >> target) & 1) == 0) {
          sum += capacity[from][target];
        }
      }
    }
    return sum;
  }

  static TaintSources source(String name, long output) {
    return TaintSources.builder().add(name, output).build();
  }

  private static TaintBound bound(
      TaintSources sources, CoinbaseFees coinbase, List<DrawnTransaction> chain) {
    TaintBound bound = new TaintBound(sources, coinbase, TaintBound.USUAL_LIMIT);
    chain.forEach(bound::accept);
    return bound;
  }
}
