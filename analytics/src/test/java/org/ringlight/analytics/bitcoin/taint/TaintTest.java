package org.ringlight.analytics.bitcoin.taint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringlight.analytics.bitcoin.taint.Sketch.to;
import static org.ringlight.analytics.bitcoin.taint.TaintBoundTest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

/** Stories drawn by hand, with what each method must say. */
class TaintTest {

  private static final long NOWHERE = 999;

  @Test
  void threeStolenAndSevenCleanCoinsPaidInThreeParts() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 3));
    long clean = sketch.block(to(2, 7));
    long paid = sketch.spend(List.of(stolen, clean), to(3, 2), to(4, 5), to(5, 3));
    TaintSources theft = source("theft", stolen);

    assertThat(amounts(TaintMethod.POISON, theft, sketch))
        .isEqualTo(Map.of(paid, 2L, paid + 1, 5L, paid + 2, 3L));
    // 0.6, 1.5 and 0.9: sums cut at 0.6, 2.1 and 3
    assertThat(amounts(TaintMethod.HAIRCUT, theft, sketch))
        .isEqualTo(Map.of(paid + 1, 2L, paid + 2, 1L));
    assertThat(amounts(TaintMethod.FIFO, theft, sketch)).isEqualTo(Map.of(paid, 2L, paid + 1, 1L));
    assertThat(amounts(TaintMethod.LIFO, theft, sketch)).isEqualTo(Map.of(paid + 2, 3L));
    assertThat(amounts(TaintMethod.TIHO, theft, sketch)).isEqualTo(Map.of(paid + 1, 3L));
    assertThat(amounts(TaintMethod.DIRTY_FIRST, theft, sketch))
        .isEqualTo(Map.of(paid, 2L, paid + 1, 1L));
  }

  @Test
  void ofEqualSharesTheLowerSourceIsRoundedUpFirst() {
    Sketch sketch = new Sketch();
    long first = sketch.block(to(1, 1));
    long second = sketch.block(to(2, 1));
    long paid = sketch.spend(List.of(second, first), to(3, 1), to(4, 1));
    TaintSources thefts = TaintSources.builder().add("a", first).add("b", second).build();
    TaintReport report =
        Follow.follow(TaintPolicy.of(TaintMethod.HAIRCUT), thefts, sketch.transactions());

    assertThat(Follow.output(report, paid).lots()).containsExactly(new Lot(0, 1));
    assertThat(Follow.output(report, paid + 1).lots()).containsExactly(new Lot(1, 1));
  }

  @Test
  void aFeeTakesWhatItsPolicySays() {
    Sketch sketch = new Sketch();
    long clean = sketch.block(to(2, 6));
    long stolen = sketch.block(to(1, 4));
    sketch.spend(List.of(clean, stolen), to(3, 5));
    TaintSources theft = source("theft", stolen);

    assertThat(fee(TaintMethod.FIFO, FeePolicy.LAST, theft, sketch)).isEqualTo(4);
    assertThat(fee(TaintMethod.FIFO, FeePolicy.PRO_RATA, theft, sketch)).isEqualTo(2);
    assertThat(fee(TaintMethod.FIFO, FeePolicy.NONE, theft, sketch)).isZero();
    assertThat(fee(TaintMethod.LIFO, FeePolicy.LAST, theft, sketch)).isZero();
    assertThat(fee(TaintMethod.HAIRCUT, FeePolicy.PRO_RATA, theft, sketch)).isEqualTo(2);
    assertThat(fee(TaintMethod.HAIRCUT, FeePolicy.LAST, theft, sketch)).isZero();
    assertThat(fee(TaintMethod.TIHO, FeePolicy.LAST, theft, sketch)).isZero();
    assertThat(fee(TaintMethod.POISON, FeePolicy.LAST, theft, sketch)).isEqualTo(5);
    assertThat(fee(TaintMethod.POISON, FeePolicy.NONE, theft, sketch)).isZero();
  }

  @Test
  void aFeeIsTaintedWhereTheOutputsAreFull() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 10));
    sketch.spend(List.of(stolen), to(3, 8));
    for (TaintMethod method : TaintMethod.values()) {
      assertThat(fee(method, FeePolicy.NONE, source("theft", stolen), sketch))
          .as("%s", method)
          .isEqualTo(2);
    }
  }

  @Test
  void aMinerIsPaidByTheFeesAfterTheNewCoins() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 10));
    long coinbase = sketch.block(to(2, 50), to(3, 5));
    sketch.spend(List.of(stolen), to(4, 5));
    TaintPolicy policy = TaintPolicy.of(TaintMethod.FIFO).with(CoinbaseFees.FLOW_ON);
    TaintReport report = Follow.follow(policy, source("theft", stolen), sketch.transactions());

    assertThat(Follow.output(report, coinbase + 1).lots()).containsExactly(new Lot(0, 5));
    assertThat(Follow.outputs(report)).doesNotContainKey(coinbase);
    assertThat(report.totals().get(0).fees()).isZero();
  }

  @Test
  void fifoKeepsTheSourceOfEverySatoshiInItsPlace() {
    Sketch sketch = new Sketch();
    long first = sketch.block(to(1, 4));
    long second = sketch.block(to(1, 4));
    long clean = sketch.block(to(2, 4));
    long paid = sketch.spend(List.of(first, clean, second), to(3, 6), to(4, 6));
    TaintSources thefts = TaintSources.builder().add("first", first).add("second", second).build();
    TaintReport report =
        Follow.follow(TaintPolicy.of(TaintMethod.FIFO), thefts, sketch.transactions());

    assertThat(Follow.output(report, paid).lots())
        .containsExactly(new Lot(0, 4), new Lot(Lot.CLEAN, 2));
    assertThat(Follow.output(report, paid + 1).lots())
        .containsExactly(new Lot(Lot.CLEAN, 2), new Lot(1, 4));
    assertThat(Follow.output(report, paid + 1).from(1)).isEqualTo(4);
    assertThat(Follow.output(report, paid + 1).from(0)).isZero();
  }

  @Test
  void theLastTheftCounts() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 10));
    long again = sketch.spend(List.of(stolen), to(2, 10));
    TaintSources thefts = TaintSources.builder().add("first", stolen).add("again", again).build();
    List<SourceTotals> totals =
        Follow.follow(TaintPolicy.of(TaintMethod.HAIRCUT), thefts, sketch.transactions()).totals();

    assertThat(totals)
        .containsExactly(
            new SourceTotals("first", 10, 0, 0, 0, 10), new SourceTotals("again", 10, 10, 0, 0, 0));
  }

  @Test
  void taintEndsAtAServiceAndEveryReceiptIsHeard() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 10));
    long peeled = sketch.spend(List.of(stolen), to(77, 4), to(2, 6));
    sketch.spend(List.of(peeled), to(3, 4));
    List<String> heard = new ArrayList<>();
    Taint taint =
        new Taint(
            TaintPolicy.of(TaintMethod.FIFO),
            source("theft", stolen),
            address -> address == 77,
            (transaction, output, source, amount) ->
                heard.add(transaction.outputAddress(output) + " " + amount));
    sketch.transactions().forEach(taint::accept);
    TaintReport report = taint.report();

    assertThat(heard).containsExactly("77 4", "2 6");
    assertThat(Follow.amounts(report)).isEqualTo(Map.of(peeled + 1, 6L));
    assertThat(report.totals()).containsExactly(new SourceTotals("theft", 10, 6, 0, 4, 0));
  }

  @Test
  void ownersHoldTheSumOfTheirOutputs() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 10));
    sketch.spend(List.of(stolen), to(20, 2), to(21, 3), to(30, 4), to(CoinTransaction.UNKNOWN, 1));
    TaintReport report =
        Follow.follow(
            TaintPolicy.of(TaintMethod.FIFO), source("theft", stolen), sketch.transactions());
    Map<Long, long[]> owners = report.byOwner(address -> address / 10);

    assertThat(owners.keySet()).containsExactly(-1L, 2L, 3L);
    assertThat(owners.get(2L)).containsExactly(5);
    assertThat(owners.get(3L)).containsExactly(4);
    assertThat(owners.get(-1L)).containsExactly(1);
  }

  @Test
  void unresolvedInputsAreCleanAndCountedOrRefused() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 10));
    sketch.spend(List.of(NOWHERE, NOWHERE), to(3, 5));
    long paid = sketch.spend(List.of(NOWHERE, stolen, NOWHERE), to(2, 20), to(3, 10));
    TaintPolicy policy = TaintPolicy.of(TaintMethod.FIFO);
    TaintReport report = Follow.follow(policy, source("theft", stolen), sketch.transactions());

    assertThat(Follow.amounts(report)).isEqualTo(Map.of(paid + 1, 10L));
    assertThat(report.unresolved()).isEqualTo(1);
    assertThat(report.assumedClean()).isEqualTo(20);
    assertThatThrownBy(
            () ->
                Follow.follow(
                    policy.with(UnresolvedInputs.REFUSED),
                    source("theft", stolen),
                    sketch.transactions()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("transaction 2")
        .hasMessageContaining("not in the tables");
  }

  @Test
  void aTransactionThatPaysMoreThanItSpendsIsRefused() {
    Sketch sketch = new Sketch();
    long stolen = sketch.block(to(1, 10));
    sketch.spend(List.of(stolen), to(2, 11));

    assertThatThrownBy(
            () ->
                Follow.follow(
                    TaintPolicy.of(TaintMethod.HAIRCUT),
                    source("theft", stolen),
                    sketch.transactions()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("pays 11 satoshi and spends 10")
        .hasMessageContaining("height 0, transaction 1");
  }

  @Test
  void anOutputOfTwoSourcesIsRefused() {
    TaintSources.Builder sources = TaintSources.builder().add("a", 5).add("a", 5);
    assertThatThrownBy(() -> sources.add("b", 5))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("output 5 of a and of b");
  }

  @Test
  void valuesBeyondAllBitcoinsAreSplitExactly() {
    Sketch sketch = new Sketch();
    long half = Long.MAX_VALUE / 2;
    long stolen = sketch.block(to(1, half));
    long clean = sketch.block(to(2, half));
    long paid = sketch.spend(List.of(stolen, clean), to(3, half - 1), to(4, half + 1));
    List<DrawnTransaction> chain = sketch.transactions();

    assertThat(
            Follow.amounts(
                Follow.follow(TaintPolicy.of(TaintMethod.HAIRCUT), source("theft", stolen), chain)))
        .isEqualTo(Map.of(paid, (half - 1) / 2, paid + 1, half - (half - 1) / 2));
  }

  private static Map<Long, Long> amounts(TaintMethod method, TaintSources sources, Sketch sketch) {
    return Follow.amounts(Follow.follow(TaintPolicy.of(method), sources, sketch.transactions()));
  }

  private static long fee(TaintMethod method, FeePolicy fees, TaintSources sources, Sketch sketch) {
    return Follow.follow(TaintPolicy.of(method).with(fees), sources, sketch.transactions())
        .totals()
        .get(0)
        .fees();
  }
}
