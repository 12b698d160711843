package org.ringlight.truth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.failure.StoreUnavailable;

/**
 * A comma-separated file that is written line by line: a header line, then fields that hold neither
 * comma nor quote.
 */
public final class CsvWriter implements AutoCloseable {

  private static final int BUFFER_CHARS = 1 << 16;

  private final Path file;
  private final BufferedWriter out;
  private final StringBuilder line = new StringBuilder(256);

  /**
   * Makes the file, over one that is there.
   *
   * @throws StoreUnavailable if that fails, as writing and closing do
   */
  public CsvWriter(Path file, String header) {
    this.file = file;
    try {
      this.out = new BufferedWriter(Files.newBufferedWriter(file), BUFFER_CHARS);
    } catch (IOException e) {
      throw cannot(e);
    }
    line.append(header);
    endLine();
  }

  /** The next field of the line. */
  public CsvWriter field(Object value) {
    String text = value.toString();
    if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("no comma, quote or line break in " + text);
    }
    separate().append(text);
    return this;
  }

  /** The next field, an unsigned number. */
  public CsvWriter unsigned(long value) {
    StringBuilder separated = separate();
    if (value >= 0) {
      separated.append(value);
    } else {
      separated.append(Long.toUnsignedString(value));
    }
    return this;
  }

  /** Ends the line. */
  public void endLine() {
    line.append('\n');
    try {
      out.append(line);
    } catch (IOException e) {
      throw cannot(e);
    }
    line.setLength(0);
  }

  private StringBuilder separate() {
    return line.length() == 0 ? line : line.append(',');
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private StoreUnavailable cannot(IOException e) {
    return new StoreUnavailable(
        "cannot write: " + e.getMessage(), file.toString(), "choose another folder", e);
  }
}
