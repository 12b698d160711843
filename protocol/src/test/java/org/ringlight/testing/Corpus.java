package org.ringlight.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of real chain data, given by {@code -Dringlight.corpus=DIR}; tests of real data run
 * where it exists.
 */
public final class Corpus {

  private Corpus() {}

  /** The folder; the running test is skipped, and listed as not run, where there is none. */
  public static Path folder() {
    String given = System.getProperty("ringlight.corpus", "");
    if (given.isEmpty()) {
      NotRun.because("no folder of real data (-Dringlight.corpus=DIR)");
    }
    Path root = Path.of(System.getProperty("ringlight.root", "."));
    Path folder = root.resolve(given).normalize();
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("-Dringlight.corpus names no folder: " + folder);
    }
    return folder;
  }
}
