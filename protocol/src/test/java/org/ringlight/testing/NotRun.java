package org.ringlight.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The list of what a bare machine could not check. The build prints it at its end; with {@code
 * -Dringlight.noSkip=true} nothing may land on it.
 */
public final class NotRun {

  private NotRun() {}

  /** Skips the running test because {@code what} is missing, and writes that down. */
  public static void because(String what) {
    if (Boolean.getBoolean("ringlight.noSkip")) {
      throw new AssertionError(what + ", and nothing may be skipped in this run");
    }
    try {
      Path list = Path.of(System.getProperty("ringlight.root", "."), "target", "not-run.txt");
      Files.createDirectories(list.getParent());
      String test =
          StackWalker.getInstance()
              .walk(
                  frames ->
                      frames
                          .filter(f -> !f.getClassName().startsWith("org.ringlight.testing"))
                          .findFirst()
                          .map(f -> f.getClassName() + "." + f.getMethodName())
                          .orElse("?"));
      Files.writeString(
          list,
          test + ": " + what + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    abort(what);
  }
}
