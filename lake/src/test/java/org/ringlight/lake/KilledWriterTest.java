package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.Namespace;

/** A writer killed anywhere, on a disk that forgets: the tables are those of its last commit. */
class KilledWriterTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final int KILLS = 3;

  @Test
  void killedAndPoweredDownItLosesNoCommit(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path kept = folder.resolve("kept");
    SplittableRandom random = new SplittableRandom(5);
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = ChildProcess.start(Writing.class, data.toString(), kept.toString());
      long committed;
      try (BufferedReader said = writer.inputReader()) {
        committed = Long.parseLong(said.readLine());
        Thread.sleep(random.nextInt(1500));
        // through the handle: the other way also closes what it has said
        assertThat(writer.toHandle().destroyForcibly()).isTrue();
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          committed = Long.parseLong(line);
        }
      }
      PowerCuts.cut(data, kept);
      try (Lake lake = Lake.open(data);
          Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
        assertThat(tables.tip().height()).isGreaterThanOrEqualTo(committed);
        CHAIN.assertHeldBy(tables);
      }
    }
  }

  /** Commits a block at a time, says its height, and expires, until it is killed. */
  static final class Writing {
    private Writing() {}

    public static void main(String[] args) throws IOException {
      try (Lake lake = PowerCuts.open(Path.of(args[0]), Path.of(args[1]));
          Writer writer = lake.writer(Namespace.XMR)) {
        while (true) {
          long height = writer.tip().map(Tip::height).orElse(-1L) + 1;
          CHAIN.commit(writer, height, height);
          System.out.println(height);
          writer.expire(ExpiryPolicy.newest(1));
        }
      }
    }
  }
}
