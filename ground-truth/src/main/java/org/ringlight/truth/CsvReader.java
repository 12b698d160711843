package org.ringlight.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;

/**
 * Reads what {@link CsvWriter} wrote line by line, however long the file is. Not thread-safe.
 *
 * @param <T> what a line is
 */
public final class CsvReader<T> implements AutoCloseable {

  private static final int LINE_CHARS_MAX = 10_000;

  private final Path file;
  private final int width;
  private final Function<String[], T> parse;
  private final BufferedReader in;
  private long line;

  /**
   * Opens the file.
   *
   * @param parse the fields of a line; whatever it cannot read is an {@link
   *     IllegalArgumentException}
   * @throws StoreUnavailable if it cannot be read, as the other methods do
   * @throws DataInvalid if its first line is not {@code header}
   */
  public CsvReader(Path file, String header, Function<String[], T> parse) {
    this.file = file;
    this.width = header.split(",", -1).length;
    this.parse = parse;
    try {
      this.in = Files.newBufferedReader(file);
    } catch (IOException e) {
      throw cannot(e);
    }
    try {
      if (!header.equals(nextLine())) {
        throw new DataInvalid("the first line is not " + header, file.toString(), "check the file");
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The file and the line that was read last, for messages. */
  public String place() {
    return file + " line " + line;
  }

  /**
   * The next line; null at the end.
   *
   * @throws DataInvalid if it is not one of such a file
   */
  public @Nullable T next() {
    String text = nextLine();
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

  private @Nullable String nextLine() {
    line++;
    StringBuilder text = new StringBuilder(128);
    try {
      for (int c = in.read(); c != -1; c = in.read()) {
        if (c == '\n') {
          return text.toString();
        }
        if (c != '\r') {
          text.append((char) c);
        }
        if (text.length() > LINE_CHARS_MAX) {
          throw new DataInvalid(
              "more than " + LINE_CHARS_MAX + " characters in a line", place(), "check the file");
        }
      }
    } catch (CharacterCodingException e) {
      throw new DataInvalid("no text in UTF-8", place(), "check the file", e);
    } catch (IOException e) {
      throw cannot(e);
    }
    return text.length() == 0 ? null : text.toString();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private StoreUnavailable cannot(IOException e) {
    return new StoreUnavailable(
        "cannot read: " + e.getMessage(), file.toString(), "check that it is there", e);
  }
}
