package org.ringlight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.testing.Program;

/** What the script says on machines that lack something. */
class SetUpTest {

  @TempDir Path folder;

  private JupyterScript jupyter = new JupyterScript(Map.of());

  @BeforeEach
  void inAFolderOfItsOwn() {
    jupyter = jupyter.with("RINGLIGHT_JUPYTER", folder.resolve("jupyter").toString());
  }

  /** JUnit warns of links that lead out of the folder that it deletes. */
  @AfterEach
  void withoutLinksToPython() throws IOException {
    Path bin = folder.resolve("jupyter/bin");
    if (Files.isDirectory(bin)) {
      try (Stream<Path> programs = Files.list(bin)) {
        for (Path link : programs.filter(Files::isSymbolicLink).toList()) {
          Files.delete(link);
        }
      }
    }
  }

  private Path program(String name, String body) throws IOException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private void refused(JupyterScript machine, int code, String... said)
      throws IOException, InterruptedException {
    JupyterScript.Answer answer = machine.does("set-up");
    assertThat(answer.code()).as(answer.said()).isEqualTo(code);
    // what happened, where and what to do stand in the last line
    assertThat(answer.said().lines().reduce((first, last) -> last).orElse("")).contains(said);
  }

  private JupyterScript first(Path program) {
    return jupyter.with("PATH", program.getParent() + ":" + System.getenv("PATH"));
  }

  @Test
  void withoutPythonThatIsSaid() throws IOException, InterruptedException {
    Path none = program("python3", "exit 127");
    refused(first(none), 3, "no Python 3.11 or newer", "apt-get install python3-venv");
  }

  @Test
  void withoutTheMeansToMakeEnvironmentsThatIsSaid() throws IOException, InterruptedException {
    Path bare = program("python3", "case \"$2\" in *ensurepip*) exit 1;; esac");
    refused(first(bare), 3, "makes no environments", "apt-get install python3-venv");
  }

  @Test
  void withoutACompilerThatIsSaid() throws IOException, InterruptedException {
    program("java", "echo java.base@17");
    refused(jupyter.with("JAVA_HOME", folder.toString()), 3, "has no compiler", "JDK 17");
  }

  @Test
  void withoutNetworkThatIsSaid() throws IOException, InterruptedException {
    Program.named("python3", "python3-venv");
    JupyterScript alone = jupyter.with("PIP_INDEX_URL", "http://127.0.0.1:9/");
    refused(alone, 4, "cannot be fetched", "is the network there?");
    // so that the next run begins again
    assertThat(folder.resolve("jupyter/installed")).doesNotExist();
  }

  @Test
  void whatIsTypedWronglyIsWrongUsage() throws IOException, InterruptedException {
    assertThat(jupyter.does("dance").code()).isEqualTo(2);
    assertThat(jupyter.does("run", "only-one").code()).isEqualTo(2);
  }
}
