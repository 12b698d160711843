package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.parquet.PageCount;
import org.ringlight.lake.parquet.RowFileReader;
import org.ringlight.lake.parquet.RowFileWriter;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** Rows a second of processor time, and bytes a row, of rows like today's main chain. */
@Tag("full")
class ThroughputTest {

  private static final int DISTINCT = 1 << 16;
  private static final int ROUNDS = 5;

  /** The time of this thread alone: the machine may be busy with other things. */
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(7);

  ThroughputTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void rowsPerSecond() throws IOException {
    measure(RingRow.TABLE, this::ring);
    measure(OutputRow.TABLE, this::output);
    measure(TransactionRow.TABLE, this::transaction);
  }

  private <R> void measure(Table<R> table, LongFunction<R> row) throws IOException {
    @SuppressWarnings("unchecked")
    R[] rows = (R[]) new Object[DISTINCT];
    Arrays.setAll(rows, row::apply);
    List<R> made = Arrays.asList(rows);
    for (int round = 0; round < 3; round++) {
      Path file = folder.resolve(table.name() + round);
      long start = THREAD.getCurrentThreadCpuTime();
      try (RowFileWriter<R> writer =
          new RowFileWriter<>(table, new LocalFiles().newOutputFile(file.toString()))) {
        for (int i = 0; i < ROUNDS; i++) {
          for (R each : made) {
            writer.write(each);
          }
        }
        writer.finish();
      }
      long written = THREAD.getCurrentThreadCpuTime();
      long read = 0;
      try (RowFileReader<R> reader =
          new RowFileReader<>(
              table, new LocalFiles().newInputFile(file.toString()), List.of(), new PageCount())) {
        while (reader.next() != null) {
          read++;
        }
      }
      long done = THREAD.getCurrentThreadCpuTime();
      assertThat(read).isEqualTo((long) DISTINCT * ROUNDS);
      System.out.printf(
          Locale.ROOT,
          "%s: written %.2f M rows/s, read %.2f M rows/s, %.1f bytes a row%n",
          table,
          1e3 * read / (written - start),
          1e3 * read / (done - written),
          (double) Files.size(file) / read);
    }
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) random.nextInt();
    }
    return bytes;
  }

  private RingRow ring(long i) {
    long[] members = random.longs(16, 0, 100_000_000 + 4 * i).sorted().toArray();
    long[] ids = Arrays.stream(members).map(member -> member + 20_000_000).toArray();
    return new RingRow(
        i, i / 2, i / 60, (int) (i % 2), 0, KeyImage.of(bytes(32)), members, ids, null);
  }

  private OutputRow output(long i) {
    return new OutputRow(
        i,
        i / 2,
        i / 80,
        (int) (i % 2),
        0,
        100_000_000 + i,
        null,
        PublicKey.of(bytes(32)),
        Commitment.of(bytes(32)),
        (int) (i % 256),
        bytes(8));
  }

  private TransactionRow transaction(long i) {
    return new TransactionRow(
        i,
        i / 30,
        (int) (i % 30),
        TxHash.of(bytes(32)),
        i % 30 == 0,
        2,
        6,
        0,
        30_000_000L + random.nextInt(1_000_000),
        1500 + random.nextInt(3000),
        2,
        2,
        bytes(44),
        List.of(PublicKey.of(bytes(32))),
        bytes(8),
        "encrypted",
        Hash.of(bytes(32)));
  }
}
