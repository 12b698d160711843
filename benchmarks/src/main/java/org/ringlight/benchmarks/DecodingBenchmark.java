package org.ringlight.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Goes over a workload in every way of {@link DecodingTask}, one after the other, round after
 * round; the median round counts. One thread, timed by the processor time it got, so that what else
 * the machine does weighs little.
 */
final class DecodingBenchmark {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_ROUNDS = 8;
  private static final int ROUNDS = 15;

  private final Workload workload;
  private final Map<DecodingTask, double[]> seconds = new EnumMap<>(DecodingTask.class);
  private int sink;

  private DecodingBenchmark(Workload workload) {
    this.workload = workload;
    for (DecodingTask task : DecodingTask.values()) {
      seconds.put(task, new double[ROUNDS]);
    }
  }

  static DecodingBenchmark run(Workload workload) {
    DecodingBenchmark benchmark = new DecodingBenchmark(workload);
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (DecodingTask task : DecodingTask.values()) {
        double taken = benchmark.seconds(task);
        if (round >= 0) {
          benchmark.rounds(task)[round] = taken;
        }
      }
    }
    return benchmark;
  }

  private double seconds(DecodingTask task) {
    long start = THREAD.getCurrentThreadCpuTime();
    for (byte[] blob : workload.blobs()) {
      sink += task.run(blob, workload.form());
    }
    return (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private double[] rounds(DecodingTask task) {
    double[] rounds = seconds.get(task);
    if (rounds == null) {
      throw new IllegalStateException("no rounds of " + task);
    }
    return rounds;
  }

  /** The median over rounds of how many times as fast as Keccak of the same bytes. */
  double speedBesideKeccak(DecodingTask task) {
    double[] ratios = new double[ROUNDS];
    Arrays.setAll(ratios, round -> rounds(DecodingTask.KECCAK)[round] / rounds(task)[round]);
    return median(ratios);
  }

  /** Rows of a Markdown table: work, form, way, MB/s, transactions/s, beside Keccak. */
  String rows() {
    StringBuilder rows = new StringBuilder();
    for (DecodingTask task : DecodingTask.values()) {
      double taken = median(rounds(task));
      rows.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %,.0f | %,.0f | %.2f |%n",
              workload.name(),
              workload.form().name().toLowerCase(Locale.ROOT),
              task.title(),
              workload.bytes() / taken / 1e6,
              workload.blobs().size() / taken,
              speedBesideKeccak(task)));
    }
    return rows.toString();
  }

  /** What all the work came to: printed so that none of it may be left out. */
  int sink() {
    return sink;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
