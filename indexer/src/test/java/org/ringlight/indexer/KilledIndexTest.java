package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.PowerCuts;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/** An index that is killed at any moment, and goes on. */
class KilledIndexTest {

  /** About what a commit takes, so that a kill may fall anywhere in it. */
  private static final int COMMIT_MILLIS = 500;

  private static final long TIP = 123;

  @TempDir Path folder;

  @Test
  void killedAFewTimesItEndsAsIfUndisturbed() throws Exception {
    killAndResume(4, 12, Disk.ORDINARY, new Random(20250301));
  }

  @Test
  void withoutPowerAFewTimesItEndsAsIfUndisturbed() throws Exception {
    killAndResume(4, 12, Disk.FORGETFUL, new Random(20250302));
  }

  @Test
  @Tag("full")
  void killedFiftyTimesInARunOfHalfAMinuteItEndsAsIfUndisturbed() throws Exception {
    assertThat(killAndResume(50, 1, Disk.ORDINARY, new Random(11))).isGreaterThan(30_000);
  }

  @Test
  @Tag("full")
  void withoutPowerFiftyTimesInARunOfHalfAMinuteItEndsAsIfUndisturbed() throws Exception {
    assertThat(killAndResume(50, 1, Disk.FORGETFUL, new Random(12))).isGreaterThan(30_000);
  }

  private enum Disk {
    /** What was written is there. */
    ORDINARY,
    /** What was written and not synchronised is gone after a kill. */
    FORGETFUL
  }

  /** Returns how many milliseconds a run takes that nobody kills. */
  private long killAndResume(int kills, int blocksAtOnce, Disk disk, Random random)
      throws Exception {
    try (HostileNode node = HostileNode.playing(HostileNode.smallChain(), blocksAtOnce)) {
      node.play(Trick.slow(Duration.ofMillis(30)).only("/get_blocks.bin"));
      DataFolder undisturbed = new DataFolder(folder.resolve("undisturbed"));
      long start = System.nanoTime();
      Process whole = start(node, undisturbed, disk);
      assertThat(whole.waitFor(10, TimeUnit.MINUTES)).isTrue();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertThat(undisturbed.height()).isEqualTo(TIP);

      DataFolder killed = new DataFolder(folder.resolve("killed"));
      List<Long> tips = new ArrayList<>();
      for (int i = 0; i < kills; i++) {
        runAndKill(node, killed, disk, random);
        tips.add(killed.height());
        if (tips.get(i) >= 0) {
          assertThat(killed.check().problems()).isEmpty();
        }
      }
      System.out.printf("%s disk: killed %d times, with the tip at %s%n", disk, kills, tips);
      assertThat(tips).isSorted();
      // kills that all fall before the first commit, or after the last, would show nothing
      assertThat(new HashSet<>(tips)).hasSizeGreaterThan(kills / 3);
      killed.index(node.uri());
      killed.assertWholeUpTo(TIP);
      assertThat(killed.digest()).isEqualTo(undisturbed.digest());
      return millis;
    }
  }

  /** Kills a process some time after it started, or after its first or second commit. */
  private void runAndKill(HostileNode node, DataFolder data, Disk disk, Random random)
      throws IOException, InterruptedException {
    int commits = random.nextInt(3);
    Process child = start(node, data, disk);
    try (BufferedReader said = child.inputReader()) {
      said.lines().limit(commits).forEach(tip -> {});
      Thread.sleep(random.nextInt(COMMIT_MILLIS));
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed, not failed").isNotEqualTo(1);
    if (disk == Disk.FORGETFUL) {
      PowerCuts.cut(data.path(), kept(data));
    }
  }

  private Process start(HostileNode node, DataFolder data, Disk disk) throws IOException {
    Files.createDirectories(data.path());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildIndex.class.getName(),
                node.uri().toString(),
                data.path().toString()));
    if (disk == Disk.FORGETFUL) {
      PowerCuts.keep(data.path(), kept(data)); // what the checks of this test wrote, too
      command.add(kept(data).toString());
    }
    return new ProcessBuilder(command).redirectError(folder.resolve("child.err").toFile()).start();
  }

  private static Path kept(DataFolder data) {
    return data.path().resolveSibling(data.path().getFileName() + "-kept");
  }
}
