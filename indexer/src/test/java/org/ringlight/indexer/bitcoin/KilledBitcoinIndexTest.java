package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;

/** An index of Bitcoin's blocks that is killed at any moment, and goes on. */
class KilledBitcoinIndexTest {

  /** About what a commit takes, so that a kill may fall anywhere in it. */
  private static final int COMMIT_MILLIS = 300;

  @TempDir Path folder;

  @Test
  void killedAFewTimesItEndsAsIfUndisturbed() throws Exception {
    killAndResume(4, new Random(20260101));
  }

  @Test
  @Tag("full")
  void killedFiftyTimesItEndsAsIfUndisturbed() throws Exception {
    killAndResume(50, new Random(20260102));
  }

  private void killAndResume(int kills, Random random) throws Exception {
    BitcoinFolder killed = new BitcoinFolder(folder.resolve("killed"));
    List<Long> tips = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      if (i == kills / 2) {
        killed.index(ChildBitcoinIndex.source("main"));
      }
      // the later ones fall into a reorganisation, or what comes after it
      runAndKill(i < kills / 2 ? "main" : "other", killed, random);
      tips.add(height(killed));
      if (tips.get(i) >= 0) {
        assertThat(killed.check(ChildBitcoinIndex.source("main")).problems()).isEmpty();
      }
    }
    System.out.printf("killed %d times, with the tip at %s%n", kills, tips);
    assertThat(tips).isSorted();
    assertThat(new HashSet<>(tips)).hasSizeGreaterThan(1);
    MadeSource source = ChildBitcoinIndex.source("other");
    killed.index(source);
    BitcoinFolder undisturbed = new BitcoinFolder(folder.resolve("undisturbed"));
    undisturbed.index(source);
    assertThat(killed.digest()).isEqualTo(undisturbed.digest());
    assertThat(killed.check(source).problems()).isEmpty();
  }

  private static long height(BitcoinFolder data) {
    try (Lake lake = Lake.open(data.path())) {
      return lake.tip(Namespace.BTC).map(Tip::height).orElse(-1L);
    }
  }

  /** Kills a process some time after it started, or after its first or second commit. */
  private void runAndKill(String branch, BitcoinFolder data, Random random)
      throws IOException, InterruptedException {
    int commits = random.nextInt(3);
    Process child = start(branch, data);
    try (BufferedReader said = child.inputReader()) {
      said.lines().limit(commits).forEach(tip -> {});
      Thread.sleep(random.nextInt(COMMIT_MILLIS));
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed, not failed").isNotEqualTo(1);
  }

  private Process start(String branch, BitcoinFolder data) throws IOException {
    Files.createDirectories(data.path());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildBitcoinIndex.class.getName(),
            branch,
            data.path().toString())
        .redirectError(folder.resolve("child.err").toFile())
        .start();
  }
}
