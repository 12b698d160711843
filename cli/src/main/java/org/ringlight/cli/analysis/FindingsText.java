package org.ringlight.cli.analysis;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.ringlight.failure.StoreUnavailable;

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
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        try (BufferedWriter text = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
          if (!header.isEmpty()) {
            line(text, header);
          }
          lines.accept(line -> line(text, line));
        }
        Files.move(
            part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
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
