package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.iceberg.ForgetfulDisk;
import org.ringlight.lake.table.Namespace;

/** A data directory that was moved or copied. */
class RelocationTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path original;
  private final Path copy;

  RelocationTest(@TempDir Path folder) {
    this.original = folder.resolve("original");
    this.copy = folder.resolve("elsewhere/with a longer name");
  }

  @Test
  void copyIsRefusedThenOfItsOwn() throws IOException {
    List<Tip> tips = write();
    copy();
    Map<String, String> before = content(original);
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> Lake.open(copy))
        .withMessageContaining("moved or copied")
        .withMessageContaining("ringlight migrate");
    assertThat(Lake.movedFrom(copy)).contains(original.toRealPath());
    Lake.relocate(copy, table -> {});
    assertThat(Lake.movedFrom(copy)).isEmpty();
    requireSame(tips);
    assertThat(content(original)).isEqualTo(before);
  }

  @Test
  void nothingOfTheOldPlaceIsNeeded() throws IOException {
    List<Tip> tips = write();
    Files.createDirectories(copy.getParent());
    Files.move(original, copy);
    Lake.relocate(copy, table -> {});
    requireSame(tips);
    try (Lake lake = Lake.open(copy);
        Writer writer = lake.writer(Namespace.XMR)) {
      writer.expire(ExpiryPolicy.newest(1));
      CHAIN.commit(writer, 26, 30);
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      DiskContent.requireNothingBut(lake, copy);
    }
    assertThat(original).doesNotExist();
  }

  @Test
  void movingBackAndForthEndsWhereItBegan() throws IOException {
    List<Tip> tips = write();
    copy();
    Lake.relocate(copy, table -> {});
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.move(copy, original);
    Lake.relocate(original, table -> {});
    Files.createDirectories(copy.getParent());
    Files.createSymbolicLink(copy, original);
    requireSame(tips); // one folder, whatever it is called
  }

  @Test
  void interruptedItIsDoneAgain() throws IOException {
    List<Tip> tips = write();
    for (int tables = 0; tables < 6; tables++) {
      Path live = copy.resolveSibling("copy" + tables);
      Path kept = copy.resolveSibling("kept" + tables);
      copy(original, live);
      copy(original, kept);
      int[] left = {tables};
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  Lake.relocate(
                      live,
                      ForgetfulDisk.files(live.toRealPath(), kept),
                      table -> {
                        if (left[0]-- == 0) {
                          throw new IllegalStateException("killed");
                        }
                      }));
      ForgetfulDisk.cutPower(live, kept);
      assertThat(Lake.movedFrom(live)).isPresent();
      Lake.relocate(live, ForgetfulDisk.files(live.toRealPath(), kept), table -> {});
      ForgetfulDisk.cutPower(live, kept);
      try (Lake lake = Lake.open(live)) {
        assertThat(lake.tips(Namespace.XMR)).isEqualTo(tips);
        CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
      }
    }
  }

  @Test
  void copyThatIsNotWholeIsSaidSo() throws IOException {
    write();
    copy();
    Files.delete(Path.of(DiskContent.dataFiles(copy.resolve("xmr/rings")).get(0)));
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> Lake.relocate(copy, table -> {}))
        .withMessageContaining("not copied whole");
    assertThat(Lake.movedFrom(copy)).isPresent();
  }

  private List<Tip> write() {
    try (Lake lake = Lake.open(original);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 10);
      CHAIN.commit(writer, 11, 20);
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(15);
        CHAIN.append(commit, 16, 25);
        commit.commit(25, CHAIN.hash(25));
      }
      lake.pin(Namespace.XMR, lake.tips(Namespace.XMR).get(0), "moves along");
      return lake.tips(Namespace.XMR);
    }
  }

  private void requireSame(List<Tip> tips) {
    try (Lake lake = Lake.open(copy)) {
      assertThat(lake.tips(Namespace.XMR)).isEqualTo(tips);
      assertThat(lake.pins(Namespace.XMR)).hasSize(1);
      for (Tip tip : tips) {
        try (Snapshot tables = lake.at(Namespace.XMR, tip)) {
          CHAIN.assertHeldBy(tables);
        }
      }
    }
  }

  private void copy() throws IOException {
    copy(original, copy);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            file.toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return content;
  }
}
