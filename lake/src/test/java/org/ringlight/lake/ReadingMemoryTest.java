package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.Namespace;

/** Whoever reads for days must not grow: also outside the heap, where decompressors live. */
@EnabledOnOs(OS.LINUX)
class ReadingMemoryTest {

  private static final int READS = 600;

  /** A leak of a decompressor for each column that is read made it 250 MB. */
  private static final long GROWTH_MAX_KB = 100_000;

  @TempDir Path folder;

  @Test
  void readingLeavesNothingBehindOutsideTheHeap() throws IOException {
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        new SampleChain(0).commit(writer, 0, 3);
      }
      for (int warm = 0; warm < READS / 4; warm++) {
        Reading.rows(lake);
      }
      long before = outsideTheHeap();
      for (int read = 0; read < READS; read++) {
        Reading.rows(lake);
      }
      assertThat(outsideTheHeap() - before).isLessThan(GROWTH_MAX_KB);
    }
  }

  /** Resident kilobytes of the process less those that the heap may hold. */
  private static long outsideTheHeap() throws IOException {
    System.gc();
    long resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return resident - Runtime.getRuntime().totalMemory() / 1024;
  }
}
