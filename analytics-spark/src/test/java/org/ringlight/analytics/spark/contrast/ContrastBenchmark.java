package org.ringlight.analytics.spark.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * Every measure of whole chains beside a plain scan of the same tables, at three sizes: up to 2.1
 * million rings of sixteen and a million Bitcoin transactions. Ratios are printed; time is to grow
 * with spends, not faster. A smaller run for trying it: {@code -Dringlight.rings=20000}.
 */
@Tag("full")
class ContrastBenchmark {

  private static final int RINGS = Integer.getInteger("ringlight.rings", 2_100_000);
  private static final int MEMBERS = 16;
  private static final int SPENDS_OF_A_BLOCK = 60;
  private static final long FIRST_TIME = 1_600_000_000L;

  /** Time may grow by this much more than the spends do. */
  private static final double SLACK = 2;

  @TempDir Path folder;

  @Test
  void everyMeasureGrowsWithTheSpends() {
    Map<String, double[]> seconds = new LinkedHashMap<>();
    int[] sizes = {RINGS / 4, RINGS / 2, RINGS};
    for (int size = 0; size < sizes.length; size++) {
      try (Lake lake = Lake.open(folder.resolve("size" + size))) {
        write(lake, sizes[size]);
        run(lake, size, sizes.length, seconds);
      }
    }
    double[] scan = Objects.requireNonNull(seconds.get("scan"));
    seconds.forEach(
        (measure, times) -> {
          System.out.printf(
              Locale.ROOT,
              "contrast: %-16s %s rings: %s s; beside a scan %.1f%n",
              measure,
              Arrays.toString(sizes),
              Arrays.toString(Arrays.stream(times).map(t -> Math.round(100 * t) / 100.0).toArray()),
              times[2] / scan[2]);
        });
    seconds.forEach(
        (measure, times) -> assertThat(times[2] / times[1]).as(measure).isLessThan(2 * SLACK));
  }

  private static void run(Lake lake, int size, int sizes, Map<String, double[]> seconds) {
    try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
        SpendGraph graph = SpendGraph.of(tables, Trust.PROVEN, Optional.empty())) {
      if (size == 0) {
        scan(tables); // compiles what is needed
        new AnonymitySets().rows(graph).collectAsList();
      }
      long start = System.nanoTime();
      scan(tables);
      put(seconds, "scan", size, sizes, start);
      start = System.nanoTime();
      graph.links().count();
      put(seconds, "links", size, sizes, start);
      for (Measure measure :
          List.of(
              new Eras(),
              new AnonymitySets(),
              new ProvenShare(),
              new Origins(2),
              new Destinations(2))) {
        start = System.nanoTime();
        assertThat(measure.rows(graph).collectAsList()).isNotEmpty();
        put(seconds, measure.word(), size, sizes, start);
      }
    }
  }

  private static void put(
      Map<String, double[]> seconds, String what, int size, int sizes, long start) {
    double took = (System.nanoTime() - start) / 1e9;
    seconds.computeIfAbsent(what, one -> new double[sizes])[size] = took;
    System.out.printf(Locale.ROOT, "size %d of %d: %s %.2f s%n", size + 1, sizes, what, took);
  }

  /** Reads every column that the spend graph is made of, and keeps nothing. */
  private static void scan(SparkTables tables) {
    tables
        .session()
        .sql(
            "SELECT bit_xor(xxhash64(ring_id, tx_id, height, index_space, key_image, members,"
                + " member_ids)) FROM xmr.rings UNION ALL SELECT bit_xor(xxhash64(output_id, tx_id,"
                + " height, value)) FROM xmr.outputs UNION ALL SELECT bit_xor(xxhash64(input_id,"
                + " tx_id, height, output_id)) FROM btc.inputs UNION ALL SELECT"
                + " bit_xor(xxhash64(output_id, tx_id, height, value)) FROM btc.outputs")
        .collectAsList();
  }

  /** A ring and two outputs a transaction in Monero; half as many transactions in Bitcoin. */
  private static void write(Lake lake, int rings) {
    SplittableRandom random = new SplittableRandom(17);
    SampleChain sample = new SampleChain(0);
    long top = (rings - 1L) / SPENDS_OF_A_BLOCK;
    try (Writer writer = lake.writer(Namespace.XMR);
        Commit commit = writer.begin()) {
      for (long height = 0; height <= top; height++) {
        commit.append(BlockRow.TABLE, sample.block(height));
      }
      for (int ring = 0; ring < rings; ring++) {
        long height = ring / SPENDS_OF_A_BLOCK;
        for (int i = 0; i < 2; i++) {
          long id = 2L * ring + i;
          PublicKey key = PublicKey.of(TwinFlow.numbered("key", id));
          commit.append(
              OutputRow.TABLE,
              new OutputRow(id, ring, height, i, 0, id, null, key, null, null, null));
        }
        long[] members = members(random, ring);
        if (members.length > 0) {
          commit.append(
              RingRow.TABLE,
              new RingRow(
                  ring,
                  ring,
                  height,
                  0,
                  0,
                  KeyImage.of(TwinFlow.numbered("ring", ring)),
                  members,
                  members,
                  null));
        }
      }
      commit.commit(top, sample.hash(top));
    }
    writeBitcoin(lake, random, rings / 2);
  }

  /** Outputs of earlier transactions, most of them young. */
  private static long[] members(SplittableRandom random, int ring) {
    List<Long> members = new ArrayList<>();
    for (int i = 0; i < MEMBERS && ring > MEMBERS; i++) {
      double age = random.nextDouble();
      members.add((long) (2L * ring * (1 - age * age * age)) - 1);
    }
    return members.stream().mapToLong(one -> Math.max(0, one)).sorted().distinct().toArray();
  }

  private static void writeBitcoin(Lake lake, SplittableRandom random, int transactions) {
    long top = (transactions - 1L) / SPENDS_OF_A_BLOCK;
    try (Writer writer = lake.writer(Namespace.BTC);
        Commit commit = writer.begin()) {
      for (long height = 0; height <= top; height++) {
        commit.append(
            BitcoinBlockRow.TABLE,
            new BitcoinBlockRow(
                height,
                BlockHash.of(TwinFlow.numbered("block", height)),
                BlockHash.of(TwinFlow.numbered("block", height - 1)),
                Hash.of(TwinFlow.numbered("root", height)),
                FIRST_TIME + 600 * height,
                4,
                0x207f_ffffL,
                height,
                SPENDS_OF_A_BLOCK,
                285,
                1_140,
                TwinFlow.REWARD));
      }
      for (int tx = 0; tx < transactions; tx++) {
        long height = tx / SPENDS_OF_A_BLOCK;
        for (int i = 0; i < 2; i++) {
          commit.append(
              BitcoinOutputRow.TABLE,
              new BitcoinOutputRow(2L * tx + i, tx, height, i, 1_000, null, "p2wpkh", null));
        }
        if (tx > 0) {
          // no output twice: the second ones of earlier transactions, or the first of the last one
          long spent = random.nextInt(4) == 0 ? 2L * (tx - 1) : 2L * (tx - 1) + 1;
          commit.append(
              BitcoinInputRow.TABLE,
              new BitcoinInputRow(
                  tx,
                  tx,
                  height,
                  0,
                  TwinFlow.txHash(spent / 2),
                  spent % 2,
                  spent,
                  1_000L,
                  null,
                  "p2wpkh",
                  0xffff_fffdL,
                  true,
                  null));
        }
      }
      commit.commit(top, BlockHash.of(TwinFlow.numbered("block", top)));
    }
  }
}
