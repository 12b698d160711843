package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.lake.Batches;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * The cascade over five million ring members, as an array kernel and as a Spark job in this
 * process, on the same tables, with equal results. A smaller run for trying it: {@code
 * -Dringlight.members=100000}.
 */
@Tag("full")
class CascadeBenchmark {

  private static final long MEMBERS = Long.getLong("ringlight.members", 5_000_000);
  private static final int MOST_OF_A_RING = 8;
  private static final int RINGS_OF_A_BLOCK = 50;
  private static final int RUNS_OF_THE_KERNEL = 7;
  private static final double TIMES = 100;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void theKernelIsAHundredTimesAsFastAndSaysTheSame() {
    try (Lake lake = Lake.open(folder)) {
      long rings = write(lake);
      long begin = System.nanoTime();
      RingGraph graph = load(lake, rings);
      double load = seconds(begin);
      double kernel = Double.MAX_VALUE;
      Deductions known = new Deductions(graph, true);
      for (int run = 0; run < RUNS_OF_THE_KERNEL; run++) {
        long start = System.nanoTime();
        known = new Deductions(graph, true);
        new Cascade().deduce(known);
        kernel = Math.min(kernel, seconds(start));
      }
      try (SparkTables few = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 100)) {
        SparkCascade.of(few).close(); // compiles what both runs need
      }
      long start = System.nanoTime();
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SparkCascade cascade = SparkCascade.of(tables)) {
        double spark = seconds(start);
        long resolved = compare(cascade, known);
        System.out.printf(
            Locale.ROOT,
            "cascade: %,d members, %,d rings, %,d resolved in %d rounds; Spark %.2f s, arrays %.3f"
                + " s: %.0f times as fast; with loading %.2f s: %.1f times%n",
            graph.byRing().end(graph.rings() - 1),
            rings,
            resolved,
            cascade.rounds(),
            spark,
            kernel,
            spark / kernel,
            load + kernel,
            spark / (load + kernel));
        assertThat(spark / kernel).isGreaterThanOrEqualTo(TIMES);
      }
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** Bytes as of chance, with the number at their end. */
  private static byte[] numbered(long number) {
    return ByteBuffer.allocate(32)
        .putLong(number * 0x9e3779b97f4a7c15L)
        .putLong(24, number)
        .array();
  }

  /** Rings of one to eight over outputs of which one in a thousand has the key of another. */
  private long write(Lake lake) {
    SampleChain blocks = new SampleChain(0);
    try (Writer writer = lake.writer(Namespace.XMR);
        Commit commit = writer.begin()) {
      int outputs = (int) (MEMBERS / 2);
      for (int i = 0; i < outputs; i++) {
        PublicKey key = PublicKey.of(numbered(i % 1000 == 999 ? i - 1 : i));
        commit.append(
            OutputRow.TABLE, new OutputRow(i, 0, 0, 0, 1_000, i, 1_000L, key, null, null, null));
      }
      int[] spends = spends(outputs);
      long members = 0;
      int ring = 0;
      for (; members < MEMBERS; ring++) {
        // half of all rings of one, as before mixins were mandatory
        long[] named = new long[random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_OF_A_RING)];
        named[0] = spends[ring];
        for (int i = 1; i < named.length; i++) {
          named[i] = random.nextInt(outputs);
        }
        Arrays.sort(named);
        members += Arrays.stream(named).distinct().count();
        KeyImage image = KeyImage.of(numbered(ring));
        long height = ring / RINGS_OF_A_BLOCK;
        if (ring % RINGS_OF_A_BLOCK == 0) {
          commit.append(BlockRow.TABLE, blocks.block(height));
        }
        commit.append(
            RingRow.TABLE, new RingRow(ring, 0, height, 0, 1_000, image, named, named, null));
      }
      long top = (ring - 1L) / RINGS_OF_A_BLOCK;
      commit.commit(top, blocks.hash(top));
      return ring;
    }
  }

  /** Outputs in an order of chance, of those with one key only the first. */
  private int[] spends(int outputs) {
    int[] spends = new int[outputs];
    int count = 0;
    for (int i = 0; i < outputs; i++) {
      if (i % 1000 != 999) {
        spends[count++] = i;
      }
    }
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = spends[i];
      spends[i] = spends[other];
      spends[other] = kept;
    }
    return spends;
  }

  private static RingGraph load(Lake lake, long rings) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      int[] keys = keys(tables);
      RingGraph.Builder graph = new RingGraph.Builder((int) rings);
      try (Batches batches = tables.batches(RingRow.TABLE, "height", "member_ids")) {
        int[] named = new int[MOST_OF_A_RING];
        while (batches.hasNext()) {
          Batch batch = batches.next();
          long[] heights = batch.int64("height");
          Batch.LongLists ids = batch.int64Lists("member_ids");
          for (int row = 0; row < batch.size(); row++) {
            int count = ids.starts()[row + 1] - ids.starts()[row];
            for (int i = 0; i < count; i++) {
              named[i] = keys[(int) ids.values()[ids.starts()[row] + i]];
            }
            graph.ring((int) heights[row], Spaces.NONE, named, count);
          }
        }
      }
      RingGraph made = graph.build(keys.length, Spaces.EMPTY);
      made.byKey(); // both directions are the graph
      return made;
    }
  }

  private static int[] keys(Snapshot tables) {
    int[] keys = new int[(int) tables.count(OutputRow.TABLE)];
    Map<PublicKey, Integer> first = new HashMap<>();
    try (Batches batches = tables.batches(OutputRow.TABLE, "public_key")) {
      int output = 0;
      while (batches.hasNext()) {
        Batch batch = batches.next();
        byte[] all = batch.bytes32("public_key");
        for (int row = 0; row < batch.size(); row++, output++) {
          Integer before = first.putIfAbsent(PublicKey.at(all, 32 * row), output);
          keys[output] = before == null ? output : before;
        }
      }
    }
    return keys;
  }

  private static long compare(SparkCascade cascade, Deductions known) {
    long resolved = 0;
    for (Iterator<Row> rows = cascade.resolved().toLocalIterator(); rows.hasNext(); resolved++) {
      Row row = rows.next();
      int ring = (int) ByteBuffer.wrap(row.<byte[]>getAs("key_image")).getLong(24);
      int set = known.setOfRing(ring);
      assertThat(set).isNotEqualTo(Deductions.FREE);
      int index = row.fieldIndex("amount_index");
      if (!row.isNullAt(index) && known.setOfKey((int) row.getLong(index)) != set) {
        // the second output with its key
        assertThat(row.getLong(index) % 1000).isEqualTo(999);
        assertThat(known.setOfKey((int) row.getLong(index) - 1)).isEqualTo(set);
      }
      if (known.depth(set) != row.<Integer>getAs("depth")
          || known.height(set) != row.<Long>getAs("height")) {
        assertThat(row.toString()).isEqualTo(known.depth(set) + ", " + known.height(set));
      }
    }
    assertThat(resolved).isEqualTo(known.sets());
    return resolved;
  }
}
