package org.ringlight.analytics.bitcoin.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Time and memory of taint at three sizes, beside reading the same transactions alone. A smaller
 * run for trying it: {@code -Dringlight.transactions=300000} is the largest size then.
 */
@Tag("full")
class TaintBenchmark {

  private static final int LARGEST = Integer.getInteger("ringlight.transactions", 2_000_000);

  /** How far a time may lie above a line through the first: larger maps miss the caches more. */
  private static final double NOISE = 2;

  /**
   * One run.
   *
   * @param seconds of taint, reading included
   * @param reading of reading alone
   * @param bytes of the state, after a collection
   */
  private record Run(int transactions, double seconds, double reading, int outputs, long bytes) {}

  @ParameterizedTest
  @EnumSource(TaintMethod.class)
  void isLinearInTransactions(TaintMethod method) {
    run(method, LARGEST / 8);
    Run first = better(method, LARGEST / 4);
    for (int size : new int[] {LARGEST / 4, LARGEST / 2, LARGEST}) {
      Run run = size == LARGEST / 4 ? first : better(method, size);
      double times = (double) run.transactions() / first.transactions();
      System.out.printf(
          Locale.ROOT,
          "%s: %,d transactions, %.2f s, %.1f times reading them, %.2f of the first per"
              + " transaction; %,d outputs, %.0f bytes each%n",
          method,
          run.transactions(),
          run.seconds(),
          run.seconds() / run.reading(),
          run.seconds() / first.seconds() / times,
          run.outputs(),
          (double) run.bytes() / run.outputs());
      assertThat(run.seconds() / first.seconds()).isLessThan(times * NOISE);
    }
  }

  private static Run better(TaintMethod method, int transactions) {
    Run one = run(method, transactions);
    Run other = run(method, transactions);
    return one.seconds() < other.seconds() ? one : other;
  }

  private static Run run(TaintMethod method, int transactions) {
    long[] read = new long[1];
    long start = cpuTime();
    SyntheticCoins.read(1, transactions, one -> read[0] += one.valueOut());
    double reading = (cpuTime() - start) / 1e9;
    assertThat(read[0]).isNotZero();

    // one output in two hundred of the first quarter is of one of three thefts
    TaintSources.Builder sources = TaintSources.builder();
    for (int i = 0; i < transactions / 400; i++) {
      sources.add("theft " + i % 3, (long) i * 200 + i % 3);
    }
    TaintSources thefts = sources.build();
    long before = used();
    Taint taint = new Taint(TaintPolicy.of(method), thefts);
    start = cpuTime();
    SyntheticCoins.read(1, transactions, taint::accept);
    double seconds = (cpuTime() - start) / 1e9;
    long bytes = used() - before;
    assertThat(taint.outputs()).isPositive();
    if (method.conserves()) {
      for (SourceTotals totals : taint.report().totals()) {
        assertThat(totals.accounted()).isEqualTo(totals.stolen());
      }
    }
    return new Run(transactions, seconds, reading, taint.outputs(), bytes);
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
