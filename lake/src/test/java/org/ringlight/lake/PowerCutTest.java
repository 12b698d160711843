package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.iceberg.ForgetfulDisk;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.Namespace;

/**
 * The power is cut between every two steps of commits, a reorganisation and expiries, on a disk
 * that forgets what was not synchronised: who goes on comes to the same rows.
 */
class PowerCutTest {

  private final Path folder;

  PowerCutTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Every kind of step once: what is done to a table stands for the same with another. */
  @Test
  void anyStepMayBeTheLast() throws IOException {
    List<String> steps = new ArrayList<>();
    Map<String, String> undisturbed = write("undisturbed", steps::add);
    assertThat(steps)
        .contains("files", "table xmr.rings", "tip file", "tip", "kept tips file", "kept tips")
        .contains("leases", "snapshots xmr.blocks", "leftovers xmr.blocks", "leftovers xmr.tips");
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      kinds.put(steps.get(i).replaceFirst("xmr\\.(?!tips).*", "of a table"), i);
    }
    for (int last : kinds.values()) {
      requireSameAfterCut(undisturbed, steps.get(last) + last, last);
    }
  }

  @Test
  @Tag("full")
  void everyStepMayBeTheLast() throws IOException {
    List<String> steps = new ArrayList<>();
    Map<String, String> undisturbed = write("undisturbed", steps::add);
    for (int last = 0; last < steps.size(); last++) {
      requireSameAfterCut(undisturbed, steps.get(last) + last, last);
    }
    System.out.printf("the power cut at each of %d steps: the same rows%n", steps.size());
  }

  @Test
  @Tag("full")
  void thePowerMayGoAgainAndAgain() throws IOException {
    List<String> steps = new ArrayList<>();
    Map<String, String> undisturbed = write("undisturbed", steps::add);
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      int[] cuts = random.ints(4, 0, steps.size() / 2).toArray();
      requireSameAfterCut(undisturbed, "round" + round, cuts);
    }
  }

  /** Cuts the power after so many steps, goes on, cuts it again, and then goes on to the end. */
  private void requireSameAfterCut(Map<String, String> undisturbed, String data, int... cuts)
      throws IOException {
    for (int cut : cuts) {
      cut(data, cut);
    }
    assertThat(write(data, step -> {})).as("%s %s", data, cuts).isEqualTo(undisturbed);
    requireNothingLeftOver(data);
  }

  /** Writes until {@code last} steps are done, and loses what was not kept by then. */
  private void cut(String data, int last) throws IOException {
    int[] left = {last};
    try {
      write(
          data,
          step -> {
            if (left[0]-- == 0) {
              throw new PowerCut();
            }
          });
    } catch (PowerCut e) {
      assertThat(left[0]).isNegative();
    }
    ForgetfulDisk.cutPower(folder.resolve(data), folder.resolve(data + "-kept"));
  }

  /** Writes the story to its end, from where the tables are. */
  private Map<String, String> write(String data, CommitSteps steps) throws IOException {
    Path live = Files.createDirectories(folder.resolve(data)).toRealPath();
    LocalFiles files = ForgetfulDisk.files(live, live.resolveSibling(data + "-kept"));
    try (Lake lake = Lake.open(live, files, steps)) {
      Story.goOn(lake);
      try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
        return RowDigest.of(tables);
      }
    }
  }

  /** Two tips are kept, and each table has the files of those. */
  private void requireNothingLeftOver(String data) throws IOException {
    try (Lake lake = Lake.open(folder.resolve(data))) {
      assertThat(lake.tips(Namespace.XMR)).extracting(Tip::number).containsExactly(4L, 5L);
      DiskContent.requireNothingBut(lake, folder.resolve(data));
    }
  }
}
