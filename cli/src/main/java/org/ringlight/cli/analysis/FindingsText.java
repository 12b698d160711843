package org.ringlight.cli.analysis;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.file.NewFile;

/** A text file that gets its name when it is whole. */
final class FindingsText {

  private FindingsText() {}

  /**
   * Writes it.
   *
   * @param header its first line; empty for none
   * @param lines hands over the others
   */
  static void write(Path file, String header, Consumer<Consumer<String>> lines) {
    try (NewFile fresh = new NewFile(file)) {
      try (BufferedWriter text = Files.newBufferedWriter(fresh.part(), StandardCharsets.UTF_8)) {
        if (!header.isEmpty()) {
          line(text, header);
        }
        lines.accept(line -> line(text, line));
      }
      fresh.appear();
    } catch (IOException | UncheckedIOException e) {
      throw new StoreUnavailable(
          "the file cannot be written: " + e, file.toString(), "check folder and space", e);
    }
  }

  private static void line(BufferedWriter text, String line) {
    try {
      text.write(line);
      text.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
