package org.ringlight.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.KeyImage;

/** Reads {@code truth.csv} line by line, however long it is. Not thread-safe. */
public final class SpendReader implements AutoCloseable {

  /** A line has 64 digits, three numbers and a name. */
  private static final int LINE_CHARS_MAX = 1_000;

  private static final int FIELDS = 5;

  private final Path file;
  private final BufferedReader in;
  private long line;

  /**
   * Opens the file.
   *
   * @throws StoreUnavailable if it cannot be read
   * @throws DataInvalid if its first line is not that of a truth file
   */
  public SpendReader(Path file) {
    this.file = file;
    try {
      this.in = Files.newBufferedReader(file);
    } catch (IOException e) {
      throw cannot(e);
    }
    try {
      String header = nextLine();
      if (!TruthFiles.SPENDS.equals(header)) {
        throw new DataInvalid(
            "the first line is not " + TruthFiles.SPENDS, file.toString(), "check the file");
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Where the spend stands that was read last, for messages. */
  public String place() {
    return file + " line " + line;
  }

  /**
   * The next true spend, or null at the end.
   *
   * @throws DataInvalid if a line is not one of a truth file
   */
  public @Nullable TrueSpend next() {
    String text = nextLine();
    if (text == null) {
      return null;
    }
    String[] fields = text.split(",", -1);
    if (fields.length != FIELDS) {
      throw new DataInvalid(
          fields.length + " fields in place of " + FIELDS, place(), "check the file");
    }
    try {
      return new TrueSpend(
          KeyImage.parse(fields[0]),
          Long.parseUnsignedLong(fields[1]),
          Long.parseUnsignedLong(fields[2]),
          Integer.parseInt(fields[3]),
          fields[4]);
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
