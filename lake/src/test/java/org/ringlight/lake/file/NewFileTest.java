package org.ringlight.lake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

  @TempDir Path folder;

  @Test
  void twoOnTheirWayToOneNameDoNotMeet() throws IOException {
    Path file = folder.resolve("out.csv");
    Path foreign = Files.writeString(folder.resolve("out.csv.part"), "the user's own");
    try (NewFile first = new NewFile(file);
        NewFile second = new NewFile(file)) {
      Files.writeString(first.part(), "first");
      Files.writeString(second.part(), "second");
      second.appear();
      assertThat(file).hasContent("second");
      first.appear();
    }
    assertThat(file).hasContent("first");
    assertThat(foreign).hasContent("the user's own");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, foreign);
    }
  }

  @Test
  void whatWasThereStaysWhereItDoesNotAppear() throws IOException {
    Path file = Files.writeString(folder.resolve("out.csv"), "before");
    try (NewFile fresh = new NewFile(file)) {
      Files.writeString(fresh.part(), "half");
    }
    assertThat(file).hasContent("before");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }
}
