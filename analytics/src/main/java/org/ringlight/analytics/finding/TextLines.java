package org.ringlight.analytics.finding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;

/**
 * The lines of a file that others wrote, one after the other: UTF-8, counted, none longer than
 * {@value #LONGEST} bytes. A carriage return before the line feed is not part of the line, a byte
 * order mark not part of the file. For one thread.
 */
public final class TextLines implements AutoCloseable {

  /** No line of ours is near it: a ring of ten thousand members takes half. */
  static final int LONGEST = 1 << 20;

  private static final String CHECK = "check the file";
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path file;
  private final InputStream in;
  private byte[] line = new byte[512];
  private long number;

  private TextLines(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * @throws StoreUnavailable where it cannot be opened
   */
  public static TextLines open(Path file) {
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      in.mark(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        in.reset();
      }
      return new TextLines(file, in);
    } catch (IOException e) {
      throw new StoreUnavailable("cannot read: " + e, file.toString(), "check that it is there", e);
    }
  }

  /**
   * The next line, or null where there is none.
   *
   * @throws DataInvalid where it is too long, or no UTF-8
   */
  public @Nullable String next() {
    try {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      number++;
      int length = 0;
      for (; read >= 0 && read != '\n'; read = in.read()) {
        if (length == LONGEST) {
          throw new DataInvalid("a line of more than " + LONGEST + " bytes", place(), CHECK);
        }
        if (length == line.length) {
          line = Arrays.copyOf(line, Math.min(LONGEST, 2 * length));
        }
        line[length++] = (byte) read;
      }
      if (length > 0 && line[length - 1] == '\r') {
        length--;
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new DataInvalid("this is not UTF-8", place(), CHECK, e);
    } catch (IOException e) {
      throw new StoreUnavailable("cannot read: " + e, place(), "check the disk", e);
    }
  }

  /** The number of the line that was last returned, from 1. */
  public long number() {
    return number;
  }

  /** File and line, as messages name them; the file alone before the first. */
  public String place() {
    return number == 0 ? file.toString() : file + " line " + number;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new StoreUnavailable("cannot close: " + e, file.toString(), "check the disk", e);
    }
  }
}
