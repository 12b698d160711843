package org.ringlight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringlight.testing.Corpus;

@Tag("full")
class DecodingBenchmarkTest {

  private static final String HEAD =
      """
      | transactions | form | way | MB/s | transactions/s | speed beside Keccak |
      |---|---|---|---:|---:|---:|
      """;

  @Test
  void decodingTransactionsLikeMainnetsIsAtLeastHalfAsFastAsHashingThem() {
    Workload whole = Workload.likeMainnet(2022);
    measure(List.of(whole, whole.pruned()));
  }

  @Test
  void decodingRealTransactionsIsAtLeastHalfAsFastAsHashingThem() {
    Workload whole = Workload.ofCorpus(Corpus.folder());
    measure(List.of(whole, whole.pruned()));
  }

  private static void measure(List<Workload> workloads) {
    List<DecodingBenchmark> done = new ArrayList<>();
    StringBuilder table = new StringBuilder(HEAD);
    for (Workload workload : workloads) {
      DecodingBenchmark benchmark = DecodingBenchmark.run(workload);
      table.append(benchmark.rows());
      done.add(benchmark);
    }
    System.out.println(table);
    for (DecodingBenchmark benchmark : done) {
      assertThat(benchmark.sink()).isNotZero();
      assertThat(benchmark.speedBesideKeccak(DecodingTask.DECODE)).isGreaterThanOrEqualTo(0.5);
    }
  }
}
