package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.iceberg.ForgetfulDisk;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.Namespace;

/**
 * The power is cut between every two steps of commits, compactions, a reorganisation and expiries,
 * on a disk that forgets what was not synchronised: who goes on comes to the same rows.
 */
class PowerCutTest {

  private final Path folder;

  PowerCutTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Around the points where something becomes visible or goes. */
  @Test
  void theStepsThatMatterMostMayBeTheLast() throws IOException {
    List<String> steps = new ArrayList<>();
    Map<String, String> undisturbed = write("undisturbed", steps::add);
    for (String step :
        List.of(
            "merged xmr.blocks",
            "tip file",
            "kept tips",
            "snapshots xmr.rings",
            "leftovers xmr.blocks")) {
      assertThat(steps).contains(step);
      requireSameAfterCut(undisturbed, step, steps.lastIndexOf(step));
    }
  }

  /** Every step at every table, the first time it comes and the last. */
  @Test
  @Tag("full")
  void everyStepMayBeTheLast() throws IOException {
    List<String> steps = new ArrayList<>();
    Map<String, String> undisturbed = write("undisturbed", steps::add);
    Set<Integer> cuts = new TreeSet<>();
    for (String step : steps) {
      cuts.add(steps.indexOf(step));
      cuts.add(steps.lastIndexOf(step));
    }
    for (int last : cuts) {
      requireSameAfterCut(undisturbed, steps.get(last) + last, last);
    }
    System.out.printf("the power cut after each of %d steps: the same rows%n", cuts.size());
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
      assertThat(lake.tips(Namespace.XMR)).hasSize(2);
      DiskContent.requireNothingBut(lake, folder.resolve(data));
    }
  }
}
