package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.lake.Lake;

/**
 * What the command makes of its flags and of what the script answers; the script stands in here. It
 * is run for real by the tests of the module {@code notebooks}.
 */
class NotebookTest {

  @TempDir Path folder;

  @BeforeEach
  void home() throws IOException {
    System.setProperty("ringlight.home", folder.toString());
    Lake.open(folder.resolve("data")).close();
    script("echo \"$RINGLIGHT_DATA: $*\" >>\"$(dirname \"$0\")/asked\"");
  }

  @AfterEach
  void noHome() {
    System.clearProperty("ringlight.home");
  }

  private void script(String body) throws IOException {
    Path script = Files.createDirectories(folder.resolve("notebooks")).resolve("jupyter");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private Typed typed(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "--data";
    all[1] = folder.resolve("data").toString();
    all[2] = "notebook";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Typed.in(all);
  }

  private String asked() throws IOException {
    return Files.readString(folder.resolve("notebooks/asked"));
  }

  @Test
  void aNotebookIsRunAfterTheSetUpAndItsResultIsNamed() throws IOException {
    Typed answer = typed("--run", folder.resolve("a.ipynb").toString(), "--out", "b.ipynb");
    assertThat(answer.code()).as(answer.talk()).isZero();
    assertThat(answer.out()).isEqualTo("b.ipynb" + System.lineSeparator());
    String data = folder.resolve("data").toString();
    assertThat(asked().lines())
        .containsExactly(
            data + ": set-up",
            data
                + ": run "
                + folder.resolve("a.ipynb")
                + " "
                + Path.of("b.ipynb").toAbsolutePath());
  }

  @Test
  void jupyterLabComesUpOnTheWantedPort() throws IOException {
    assertThat(typed("--port", "9999", "--no-browser").code()).isZero();
    assertThat(asked().lines().toList().get(1))
        .endsWith(": lab --no-browser --ServerApp.port=9999 --ServerApp.port_retries=0");
  }

  @Test
  void theSetUpNeedsNoTables() throws IOException {
    assertThat(Typed.in("--data", "/nowhere", "notebook", "--set-up-only").code()).isZero();
    assertThat(asked().lines()).hasSize(1);
    assertThat(Typed.in("--data", "/nowhere", "notebook"))
        .satisfies(answer -> assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION))
        .satisfies(answer -> assertThat(answer.talk()).contains("ringlight demo"));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void whatTheScriptRefusesIsSaidInItsWords(int code) throws IOException {
    script("echo pip said more >&2; echo 'no luck [here]; try again' >&2; exit " + code);
    Typed answer = typed("--set-up-only");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.talk().lines())
        .containsExactly("pip said more", "ringlight: no luck [here]; try again");
  }

  @Test
  void jupyterLabThatEndsByItselfIsSaid() throws IOException {
    script("[ \"$1\" = set-up ]");
    Typed answer = typed();
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(answer.talk()).contains("JupyterLab ended by itself, code 1");
  }

  @Test
  void withoutTheScriptThatIsSaid() throws IOException {
    Files.delete(folder.resolve("notebooks/jupyter"));
    Typed answer = typed();
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(answer.talk()).contains("notebooks/jupyter is not here", "checkout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--run a", "--out b", "--run a --out b --port 1", "--port 0", "--port 65536"})
  void flagsThatDoNotGoTogetherAreWrongUsage(String flags) {
    Typed answer = typed(flags.split(" ", -1));
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.talk()).startsWith("ringlight: ").contains("--help");
  }
}
