package org.ringlight.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A real program that a test drives. */
public final class Program {

  private Program() {}

  /**
   * Where {@code name} is on the PATH; the running test is skipped, and listed as not run, where it
   * is missing.
   */
  public static Path named(String name, String debianPackage) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () -> {
              NotRun.because("no program " + name + " (Debian package " + debianPackage + ")");
              throw new AssertionError("unreachable");
            });
  }
}
