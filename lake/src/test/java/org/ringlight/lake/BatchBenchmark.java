package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * Some columns as arrays beside whole rows, of one table in one run: rings of 11, and as many
 * outputs. A smaller or larger run: {@code -Dringlight.rings=2100000}.
 */
@Tag("full")
class BatchBenchmark {

  private static final long RINGS = Long.getLong("ringlight.rings", 1_000_000);
  private static final int RING_SIZE = 11;
  private static final int ROUNDS = 3;

  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void columnsAsArraysAreReadSeveralTimesAsFastAsRows(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        write(writer);
      }
      try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
        compare("xmr.rings", () -> ringRows(tables), () -> ringBatches(tables));
        compare("xmr.outputs", () -> keyRows(tables), () -> keyBatches(tables));
      }
    }
  }

  private void write(Writer writer) {
    try (Commit commit = writer.begin()) {
      for (long i = 0; i < RINGS; i++) {
        // past the forward index, which is not what is measured
        commit.change(RingRow.TABLE).append(ring(i));
        commit.append(OutputRow.TABLE, output(i));
      }
      commit.commit(RINGS, new SampleChain(0).hash(RINGS));
    }
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  private RingRow ring(long i) {
    long[] members = random.longs(RING_SIZE, 0, 100_000 + 4 * i).sorted().toArray();
    long[] ids = LongStream.of(members).map(member -> member + 20_000_000).toArray();
    return new RingRow(i, i / 2, i / 60, 0, 0, KeyImage.of(bytes()), members, ids, null);
  }

  private OutputRow output(long i) {
    return new OutputRow(
        i, i / 2, i / 80, 0, 0, i, null, PublicKey.of(bytes()), null, null, new byte[8]);
  }

  private static void compare(String name, LongSupplier rows, LongSupplier batches) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long expected = rows.getAsLong();
      long between = System.nanoTime();
      assertThat(batches.getAsLong()).isEqualTo(expected);
      long end = System.nanoTime();
      double times = (double) (between - start) / (end - between);
      best = Math.max(best, times);
      System.out.printf(
          Locale.ROOT,
          "%s: rows %.2f M/s, batches %.2f M/s: %.1f times as fast%n",
          name,
          1e3 * RINGS / (between - start),
          1e3 * RINGS / (end - between),
          times);
    }
    assertThat(best).as(name).isGreaterThan(2);
  }

  private static long ringRows(Snapshot tables) {
    long sum = 0;
    try (Rows<RingRow> rows = tables.scan(RingRow.TABLE)) {
      while (rows.hasNext()) {
        RingRow row = rows.next();
        sum += row.height() + row.indexSpace() + row.keyImage().hashCode();
        for (long id : Objects.requireNonNull(row.memberIds())) {
          sum = 31 * sum + id;
        }
      }
    }
    return sum;
  }

  private static long ringBatches(Snapshot tables) {
    long sum = 0;
    try (Batches batches =
        tables.batches(RingRow.TABLE, "height", "index_space", "key_image", "member_ids")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long[] heights = batch.int64("height");
        long[] spaces = batch.int64("index_space");
        byte[] images = batch.bytes32("key_image");
        Batch.LongLists ids = batch.int64Lists("member_ids");
        for (int row = 0; row < batch.size(); row++) {
          sum += heights[row] + spaces[row] + KeyImage.at(images, 32 * row).hashCode();
          for (int i = ids.starts()[row]; i < ids.starts()[row + 1]; i++) {
            sum = 31 * sum + ids.values()[i];
          }
        }
      }
    }
    return sum;
  }

  private static long keyRows(Snapshot tables) {
    long sum = 0;
    try (Rows<OutputRow> rows = tables.scan(OutputRow.TABLE)) {
      while (rows.hasNext()) {
        sum += rows.next().publicKey().hashCode();
      }
    }
    return sum;
  }

  private static long keyBatches(Snapshot tables) {
    long sum = 0;
    try (Batches batches = tables.batches(OutputRow.TABLE, "public_key")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        byte[] keys = batch.bytes32("public_key");
        for (int row = 0; row < batch.size(); row++) {
          sum += PublicKey.at(keys, 32 * row).hashCode();
        }
      }
    }
    return sum;
  }
}
