package org.ringlight.analytics.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder where Spark keeps what a query writes to Spark's own catalog; it goes with the
 * process.
 */
final class Scratch {

  static final Path FOLDER =
      Path.of(System.getProperty("java.io.tmpdir"), "ringlight-spark-" + UUID.randomUUID());

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Scratch::delete));
  }

  private Scratch() {}

  private static void delete() {
    if (Files.notExists(FOLDER)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(FOLDER)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
