package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;

/**
 * What the forward look-up costs as the chain grows: 10 M, 100 M and 500 M generated memberships,
 * as indexing leaves them and after {@code compact}. Rings of 16 with ages like those of wallets:
 * most members young, some from the beginning.
 */
@Tag("full")
class ForwardIndexBenchmark {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final int RING_SIZE = 16;
  private static final int RINGS_OF_A_BLOCK = 100;
  private static final long ROWS_OF_A_COMMIT = 4_000_000;
  private static final int LOOK_UPS = 400;
  private static final long[] SIZES = sizes();

  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(3);
  private long rings;

  ForwardIndexBenchmark(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A smaller run for trying it: {@code -Dringlight.memberships=10,20,40} (in millions). */
  private static long[] sizes() {
    return Arrays.stream(System.getProperty("ringlight.memberships", "10,100,500").split(","))
        .mapToLong(millions -> Long.parseLong(millions) * 1_000_000)
        .toArray();
  }

  @Test
  void lookUpGrowsNoFasterThanTheLogarithm() throws IOException {
    List<Cost> compacted = new ArrayList<>();
    try (Lake lake = Lake.open(folder)) {
      for (long size : SIZES) {
        try (Writer writer = lake.writer(Namespace.XMR)) {
          grow(writer, size);
          print("as indexed", size, lake, cost(lake));
          writer.compactAll(rows -> {});
        }
        cost(lake); // warms up what was just written
        Cost cost = cost(lake);
        print("compacted", size, lake, cost);
        compacted.add(cost);
      }
    }
    for (int i = 1; i < SIZES.length; i++) {
      double logarithms = Math.log((double) SIZES[i]) / Math.log((double) SIZES[0]);
      double times = compacted.get(i).median() / compacted.get(0).median();
      double pages = compacted.get(i).pages() / compacted.get(0).pages();
      System.out.printf(
          Locale.ROOT,
          "forward index: %,d beside %,d: time %.2f times, pages %.2f times, logarithm %.2f"
              + " times%n",
          SIZES[i],
          SIZES[0],
          times,
          pages,
          logarithms);
      assertThat(pages).isLessThanOrEqualTo(logarithms);
      assertThat(times).isLessThanOrEqualTo(logarithms * 1.25); // the machine has other work
    }
  }

  private void grow(Writer writer, long memberships) {
    while (rings * RING_SIZE < memberships) {
      long height = writer.tip().map(Tip::height).orElse(-1L) + 1;
      try (Commit commit = writer.begin()) {
        MembershipRuns runs = new MembershipRuns(commit.change(MembershipRow.TABLE));
        long end = Math.min(memberships, rings * RING_SIZE + ROWS_OF_A_COMMIT);
        while (rings * RING_SIZE < end) {
          RingRow ring = ring(height);
          runs.add(ring);
          if (ring.ringId() % RINGS_OF_A_BLOCK == 0) { // few rows of rings: they only mark heights
            commit.change(RingRow.TABLE).append(ring);
          }
          if (rings % RINGS_OF_A_BLOCK == 0) {
            commit.append(BlockRow.TABLE, CHAIN.block(height++));
          }
        }
        runs.endRun();
        commit.append(BlockRow.TABLE, CHAIN.block(height));
        commit.commit(height, CHAIN.hash(height));
      }
      writer.compact(rows -> {});
    }
  }

  /** A ring over all outputs so far, of which there is a little more than one a ring. */
  private RingRow ring(long height) {
    long outputs = RING_SIZE + rings + rings / 8;
    long[] members = new long[RING_SIZE];
    for (int i = 0; i < RING_SIZE; i++) {
      // ages spread evenly in their logarithm, as measured spend times roughly are
      double age = Math.exp(random.nextDouble() * Math.log((double) outputs));
      members[i] = outputs - Math.min(outputs, (long) age);
    }
    Arrays.sort(members);
    return new RingRow(
        rings++, 0, height, 0, 0, KeyImage.of(new byte[32]), new long[0], members, null);
  }

  /**
   * @param median microseconds of a look-up
   * @param tenth microseconds that one in ten exceeds
   * @param pages read by a look-up, mean
   * @param found rings of an output, mean
   */
  private record Cost(double median, double tenth, double pages, double found) {}

  private Cost cost(Lake lake) {
    SplittableRandom asked = new SplittableRandom(9);
    double[] micros = new double[LOOK_UPS];
    long pages = 0;
    long found = 0;
    Snapshot snapshot = lake.current(Namespace.XMR).orElseThrow();
    for (int i = 0; i < LOOK_UPS; i++) {
      long output = asked.nextLong(rings);
      long start = System.nanoTime();
      try (Rows<MembershipRow> rows =
          snapshot.find(MembershipRow.TABLE, MembershipRow.TABLE.keyBetween(output, output))) {
        while (rows.hasNext()) {
          assertThat(rows.next().outputId()).isEqualTo(output);
          found++;
        }
        pages += rows.pagesRead();
      }
      micros[i] = (System.nanoTime() - start) / 1e3;
    }
    Arrays.sort(micros);
    return new Cost(
        micros[LOOK_UPS / 2],
        micros[LOOK_UPS * 9 / 10],
        (double) pages / LOOK_UPS,
        (double) found / LOOK_UPS);
  }

  private static void print(String state, long size, Lake lake, Cost cost) throws IOException {
    Snapshot snapshot = lake.current(Namespace.XMR).orElseThrow();
    long bytes = 0;
    for (String file : snapshot.files(MembershipRow.TABLE)) {
      bytes += Files.size(Path.of(file));
    }
    System.out.printf(
        Locale.ROOT,
        "forward index: %,d memberships %s: %d runs in %d files, %.2f bytes a row; look-up %.0f us"
            + " median, %.0f us one in ten; %.1f pages read, %.1f rings found%n",
        size,
        state,
        FileRun.of(MembershipRow.TABLE, snapshot.live(MembershipRow.TABLE)).size(),
        snapshot.files(MembershipRow.TABLE).size(),
        (double) bytes / snapshot.count(MembershipRow.TABLE),
        cost.median(),
        cost.tenth(),
        cost.pages(),
        cost.found());
  }
}
