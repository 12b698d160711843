package org.ringlight.graph.load.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.StoreUnavailable;

/**
 * One file for Neo4j's importer: a header, then rows of numbers and plain words. Nothing in it
 * needs quotes. A field that is not there is left empty, which the importer takes for no property.
 */
public final class ImportFile implements AutoCloseable {

  private static final int BUFFER = 1 << 18;
  private static final int LONGEST_NUMBER = 20;

  private final Path path;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] digits = new byte[LONGEST_NUMBER];
  private int size;
  private boolean begun;

  /** Begins it. */
  public ImportFile(Path path, String header) {
    this.path = path;
    try {
      this.out = Files.newOutputStream(path);
    } catch (IOException e) {
      throw cannot(e);
    }
    text(header).end();
  }

  /** A number. */
  public ImportFile number(long value) {
    comma();
    room(LONGEST_NUMBER);
    if (value == Long.MIN_VALUE) {
      return raw(Long.toString(value));
    }
    long rest = Math.abs(value);
    int count = 0;
    do {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (value < 0) {
      buffer[size++] = '-';
    }
    while (count > 0) {
      buffer[size++] = digits[--count];
    }
    return this;
  }

  /** A number, or nothing. */
  public ImportFile optional(@Nullable Number value) {
    return value == null ? text("") : number(value.longValue());
  }

  /** Letters, digits and signs that need no quotes, in ASCII. */
  public ImportFile text(@Nullable String value) {
    comma();
    return value == null ? this : raw(value);
  }

  /** Bytes in hex, or nothing. */
  public ImportFile hex(byte @Nullable [] bytes) {
    return text(bytes == null ? null : HexFormat.of().formatHex(bytes));
  }

  private ImportFile raw(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
    return this;
  }

  private void comma() {
    if (begun) {
      room(1);
      buffer[size++] = ',';
    }
    begun = true;
  }

  /** Ends the row. */
  public void end() {
    room(1);
    buffer[size++] = '\n';
    begun = false;
  }

  private void room(int bytes) {
    if (size + bytes > BUFFER) {
      flush();
    }
  }

  private void flush() {
    try {
      out.write(buffer, 0, size);
      size = 0;
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private StoreUnavailable cannot(IOException e) {
    return new StoreUnavailable(
        "a file of the load cannot be written: " + e.getMessage(),
        path.toString(),
        "make room on the disk, then load again",
        e);
  }

  @Override
  public void close() {
    flush();
    try {
      out.close();
    } catch (IOException e) {
      throw cannot(e);
    }
  }
}
