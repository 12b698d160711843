package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/** A commit that ends between two of its steps: nobody sees it, and the next writer cleans up. */
class CrashTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final SampleChain FORK = new SampleChain(1);

  private final Path folder;

  CrashTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Ends a commit where it stands, as a kill would: nothing is cleaned up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static CommitSteps killAt(String step) {
    return reached -> {
      if (reached.equals(step)) {
        throw new Killed();
      }
    };
  }

  private static Lake open(Path folder, CommitSteps steps) {
    return Lake.open(folder, new LocalFiles(), steps);
  }

  private void killed(String step, long from, long to) {
    try (Lake lake = open(folder, killAt(step));
        Writer writer = lake.writer(Namespace.XMR)) {
      assertThatExceptionOfType(Killed.class).isThrownBy(() -> CHAIN.commit(writer, from, to));
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(writer::begin);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "table xmr.blocks", "table xmr.quarantine", "tip file"})
  void lastTipStaysAndTheNextWriterCleansUp(String step) throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 10);
    }
    killed(step, 11, 20);
    try (Lake lake = Lake.open(folder)) {
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      assertThat(lake.tip(Namespace.XMR).orElseThrow().height()).isEqualTo(10);
      try (Writer writer = lake.writer(Namespace.XMR)) {
        assertThat(dataFiles())
            .hasSize(SampleChain.TABLES.size() + 1)
            .allMatch(name -> name.startsWith("0000000001-"));
        CHAIN.commit(writer, 11, 15);
        CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "table xmr.outputs", "tip file"})
  void firstCommitIsForgottenWhole(String step) throws IOException {
    killed(step, 0, 20);
    try (Lake lake = Lake.open(folder)) {
      assertThat(lake.current(Namespace.XMR)).isEmpty();
      try (Writer writer = lake.writer(Namespace.XMR)) {
        assertThat(dataFiles()).isEmpty();
        CHAIN.commit(writer, 0, 5);
        CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      }
    }
  }

  @Test
  void whatCameAfterTheCommitPointIsThere() {
    killed("tip", 0, 20);
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      assertThat(writer.tip()).map(Tip::height).isEqualTo(Optional.of(20L));
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "table xmr.blocks", "table xmr.rings", "tip file"})
  void reorganisationHappensWholeOrNotAtAll(String step) {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 10);
      CHAIN.commit(writer, 11, 20);
    }
    try (Lake lake = open(folder, killAt(step));
        Writer writer = lake.writer(Namespace.XMR)) {
      assertThatExceptionOfType(Killed.class)
          .isThrownBy(
              () -> {
                try (Commit commit = writer.begin()) {
                  commit.deleteAbove(14);
                  FORK.append(commit, 15, 22);
                  commit.commit(22, FORK.hash(22));
                }
              });
    }
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      CHAIN.commit(writer, 21, 22);
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
    }
  }

  private static void reorganise(Writer writer) {
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(14);
      BranchRowsTest.append(commit, 15, 20);
      FORK.append(commit, 15, 22);
      commit.commit(22, FORK.hash(22));
    }
  }

  /** All rows of all tables. */
  private static Map<String, List<String>> rows(Lake lake) {
    Snapshot snapshot = lake.current(Namespace.XMR).orElseThrow();
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table<?> table : Namespace.XMR.tables()) {
      try (Stream<?> all = snapshot.scan(table).stream()) {
        rows.put(table.name(), all.map(row -> BranchRowsTest.text((Record) row)).sorted().toList());
      }
    }
    return rows;
  }

  @Test
  void reorganisationKilledAfterEachOfItsStepsIsWholeOrNotThereAndCanBeDoneAgain() {
    List<String> steps = new ArrayList<>();
    Map<String, List<String>> before;
    Map<String, List<String>> after;
    try (Lake lake = open(folder.resolve("undisturbed"), steps::add);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 10);
      CHAIN.commit(writer, 11, 20);
      before = rows(lake);
      steps.clear();
      reorganise(writer);
      after = rows(lake);
    }
    assertThat(steps)
        .startsWith("files")
        .endsWith("tip file", "tip")
        .hasSizeGreaterThanOrEqualTo(SampleChain.TABLES.size() + 4 + 3)
        .doesNotHaveDuplicates();
    for (String step : steps) {
      Path killed = folder.resolve(step.replace(' ', '-'));
      try (Lake lake = Lake.open(killed);
          Writer writer = lake.writer(Namespace.XMR)) {
        CHAIN.commit(writer, 0, 10);
        CHAIN.commit(writer, 11, 20);
      }
      try (Lake lake = open(killed, killAt(step));
          Writer writer = lake.writer(Namespace.XMR)) {
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> reorganise(writer));
      }
      try (Lake lake = Lake.open(killed);
          Writer writer = lake.writer(Namespace.XMR)) {
        boolean done = step.equals("tip");
        assertThat(rows(lake)).as(step).isEqualTo(done ? after : before);
        if (!done) {
          reorganise(writer);
          assertThat(rows(lake)).as(step).isEqualTo(after);
        }
      }
    }
    System.out.println("lake: a reorganisation killed after each of " + steps.size() + " steps");
  }

  @Test
  void killedProcessBlocksNobody() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HaltingWriter.class.getName(), folder.toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isEqualTo(HaltingWriter.EXIT_CODE);
    try (Lake lake = Lake.open(folder)) {
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      try (Writer writer = lake.writer(Namespace.XMR)) {
        assertThat(writer.tip()).map(Tip::height).isEqualTo(Optional.of(3L));
        CHAIN.commit(writer, 4, 9);
        CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      }
    }
  }

  /** Commits four blocks and dies in the middle of the next commit. */
  static final class HaltingWriter {

    static final int EXIT_CODE = 42;

    private HaltingWriter() {}

    public static void main(String[] args) {
      int[] commits = {0};
      CommitSteps steps =
          step -> {
            if (step.equals("table xmr.transactions") && ++commits[0] == 2) {
              Runtime.getRuntime().halt(EXIT_CODE);
            }
          };
      try (Lake lake = open(Path.of(args[0]), steps);
          Writer writer = lake.writer(Namespace.XMR)) {
        CHAIN.commit(writer, 0, 3);
        CHAIN.commit(writer, 4, 6);
      }
    }
  }

  private List<String> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".parquet"))
          .toList();
    }
  }
}
