package org.ringlight.truth;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.TextLines;
import org.ringlight.failure.DataInvalid;

/**
 * Reads what {@link CsvWriter} wrote line by line, however long the file is. Not thread-safe.
 *
 * @param <T> what a line is
 */
public final class CsvReader<T> implements AutoCloseable {

  private final int width;
  private final Function<String[], T> parse;
  private final TextLines lines;

  /**
   * Opens the file.
   *
   * @param parse the fields of a line; whatever it cannot read is an {@link
   *     IllegalArgumentException}
   * @throws org.ringlight.failure.StoreUnavailable if it cannot be read, as the other methods do
   * @throws DataInvalid if its first line is not {@code header}
   */
  public CsvReader(Path file, String header, Function<String[], T> parse) {
    this.width = header.split(",", -1).length;
    this.parse = parse;
    this.lines = TextLines.open(file);
    try {
      if (!header.equals(lines.next())) {
        throw new DataInvalid("the first line is not " + header, file.toString(), "check the file");
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The file and the line that was read last, for messages. */
  public String place() {
    return lines.place();
  }

  /**
   * The next line; null at the end.
   *
   * @throws DataInvalid if it is not one of such a file
   */
  public @Nullable T next() {
    String text = lines.next();
    if (text == null) {
      return null;
    }
    String[] fields = text.split(",", -1);
    if (fields.length != width) {
      throw new DataInvalid(
          fields.length + " fields in place of " + width, place(), "check the file");
    }
    try {
      return parse.apply(fields);
    } catch (IllegalArgumentException e) {
      throw new DataInvalid("not readable: " + e.getMessage(), place(), "check the file", e);
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
