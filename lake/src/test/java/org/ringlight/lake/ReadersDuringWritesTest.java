package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.Namespace;

/**
 * A writer that never stops commits, reorganises, compacts, and expires all but the newest commit,
 * while threads and processes read all tables: none sees two commits mixed, none misses a file.
 */
class ReadersDuringWritesTest {

  private static final int LONGEST = 60;

  private final Path folder;
  private final AtomicBoolean stop = new AtomicBoolean();
  private int commits;
  private int reorganisations;
  private int compactions;
  private long deleted;

  ReadersDuringWritesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void noReadIsTorn() throws Exception {
    read(1, 100, 1, 100, 3);
  }

  @Test
  @Tag("full")
  void noneOfTenThousandReadsIsTorn() throws Exception {
    read(2, 2_000, 2, 3_000, 100);
  }

  private void read(int threads, int perThread, int processes, int perProcess, int inSql)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads + 1);
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        new SampleChain(0).commit(writer, 0, 3);
      }
      Future<?> writing = pool.submit(this::write);
      List<Process> readers = new ArrayList<>();
      for (int i = 0; i < processes; i++) {
        readers.add(
            ChildProcess.start(
                Reading.class, folder.toString(), "" + perProcess, Integer.toString(inSql)));
      }
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        reading.add(
            pool.submit(
                () -> {
                  for (int read = 0; read < perThread; read++) {
                    Reading.rows(lake);
                  }
                }));
      }
      for (Future<?> each : reading) {
        each.get();
      }
      for (Process reader : readers) {
        try (BufferedReader said = reader.inputReader()) {
          assertThat(said.readLine()).isEqualTo("read");
        }
        assertThat(reader.waitFor()).isZero();
      }
      assertThat(writing.isDone()).as("the writer never stopped").isFalse();
      stop.set(true);
      writing.get();
    } finally {
      stop.set(true);
      pool.shutdown();
      assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(reorganisations).isPositive();
    assertThat(deleted).isPositive();
    System.out.printf(
        "%d reads of rows, %d in SQL, during %d commits, %d of them reorganisations, %d"
            + " compactions and %d deleted files: none torn%n",
        threads * perThread + processes * perProcess,
        processes * inSql,
        commits,
        reorganisations,
        compactions,
        deleted);
  }

  /** One chain: a block's rows are the same on every branch, so that reorganising is re-writing. */
  private void write() {
    SampleChain chain = new SampleChain(0);
    SplittableRandom random = new SplittableRandom(11);
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      while (!stop.get()) {
        long height = writer.tip().orElseThrow().height();
        boolean back = height > LONGEST || (height > 5 && random.nextInt(4) == 0);
        long from = back ? height / 2 + random.nextLong(height / 2) : height + 1;
        long to = from + random.nextInt(4);
        try (Commit commit = writer.begin()) {
          if (back) {
            commit.deleteAbove(from - 1);
            reorganisations++;
          }
          chain.append(commit, from, to);
          commit.commit(to, chain.hash(to));
          commits++;
        }
        if (writer.compact(rows -> {})) {
          compactions++;
        }
        deleted += writer.expire(ExpiryPolicy.newest(1)).filesDeleted();
      }
    }
  }
}
