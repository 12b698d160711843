package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/** An index that is killed at any moment, and goes on. */
class KilledIndexTest {

  @TempDir Path folder;

  @Test
  void killedAFewTimesItEndsAsIfUndisturbed() throws Exception {
    killAndResume(4, 12, new Random(20250301));
  }

  @Test
  @Tag("full")
  void killedManyTimesItEndsAsIfUndisturbed() throws Exception {
    killAndResume(25, 3, new Random(11));
  }

  private void killAndResume(int kills, int blocksAtOnce, Random random) throws Exception {
    try (HostileNode node = HostileNode.playing(HostileNode.smallChain(), blocksAtOnce)) {
      DataFolder undisturbed = new DataFolder(folder.resolve("undisturbed"));
      undisturbed.index(node.uri());
      node.play(Trick.slow(Duration.ofMillis(30)).only("/get_blocks.bin"));

      DataFolder killed = new DataFolder(folder.resolve("killed"));
      List<Long> tips = new ArrayList<>();
      for (int i = 0; i < kills; i++) {
        runAndKill(node, killed, 1000 + random.nextInt(1500));
        tips.add(killed.height());
        if (tips.get(i) >= 0) {
          assertThat(killed.check().problems()).isEmpty();
        }
      }
      assertThat(tips).isSorted();
      killed.index(node.uri());
      killed.assertWholeUpTo(123);
      assertThat(killed.digest()).isEqualTo(undisturbed.digest());
      System.out.println("killed " + kills + " times, with the tip at " + tips);
    }
  }

  /** Kills a process so long after its first request to the node; it may have ended by then. */
  private void runAndKill(HostileNode node, DataFolder data, int millis)
      throws IOException, InterruptedException {
    Path out = folder.resolve("child.out");
    int before = node.requests();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildIndex.class.getName(),
                node.uri().toString(),
                data.path().toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      while (child.isAlive() && node.requests() == before) {
        Thread.sleep(5);
      }
      Thread.sleep(millis);
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(node.requests()).as(Files.readString(out)).isGreaterThan(before);
  }
}
