package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

class ReadersDuringWritesTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final int COMMITS = 12;

  private final Path folder;

  ReadersDuringWritesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readersSeeWholeCommitsOnly() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (Lake lake = Lake.open(folder);
        Lake reader = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 0);
      Future<?> writing =
          threads.submit(
              () -> {
                for (long height = 1; height < COMMITS; height++) {
                  CHAIN.commit(writer, height, height);
                }
              });
      int reads = 0;
      while (!writing.isDone()) {
        Snapshot snapshot = reader.current(Namespace.XMR).orElseThrow();
        long blocks = snapshot.tip().height() + 1;
        assertThat(snapshot.count(BlockRow.TABLE)).isEqualTo(blocks);
        assertThat(snapshot.count(TransactionRow.TABLE)).isEqualTo(2 * blocks);
        assertThat(snapshot.count(OutputRow.TABLE)).isEqualTo(4 * blocks);
        assertThat(snapshot.count(RingRow.TABLE)).isEqualTo(blocks);
        reads++;
      }
      writing.get();
      assertThat(reads).isPositive();
      CHAIN.assertHeldBy(reader.current(Namespace.XMR).orElseThrow());
    } finally {
      threads.shutdown();
    }
  }
}
