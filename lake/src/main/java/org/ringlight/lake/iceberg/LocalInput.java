package org.ringlight.lake.iceberg;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A file to read. */
record LocalInput(Path path) implements InputFile {

  private static final String TABLE_METADATA = ".metadata.json";
  private static final String LIST_OF_FILES = ".avro";

  @Override
  public long getLength() {
    try {
      return Files.size(path);
    } catch (NoSuchFileException e) {
      throw new NotFoundException(e, "No such file: %s", path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SeekableInputStream newStream() {
    try {
      Stream stream = new Stream(path);
      if (!isWhole(stream)) {
        stream.close();
        // Iceberg tries to parse broken metadata for a minute and a half, but not a missing file,
        // and takes a list that is cut short for a shorter list
        throw new NotFoundException("This file is cut short: %s", path);
      }
      return stream;
    } catch (FileNotFoundException e) {
      if (Files.exists(path)) {
        throw new UncheckedIOException(e);
      }
      throw new NotFoundException(e, "No such file: %s", path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWhole(Stream stream) throws IOException {
    if (location().endsWith(LIST_OF_FILES)) {
      boolean whole = AvroFraming.isWhole(stream, getLength());
      stream.seek(0);
      return whole;
    }
    return !location().endsWith(TABLE_METADATA) || stream.endsLikeJson();
  }

  @Override
  public String location() {
    return path.toString();
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  private static final class Stream extends SeekableInputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bufferStart;
    private int bufferSize;
    private int inBuffer;

    Stream(Path path) throws IOException {
      this.file = new RandomAccessFile(path.toFile(), "r");
    }

    boolean endsLikeJson() throws IOException {
      long length = file.length();
      if (length == 0) {
        return false;
      }
      seek(length - 1);
      int last = read();
      seek(0);
      return last == '}';
    }

    @Override
    public long getPos() {
      return bufferStart + inBuffer;
    }

    @Override
    public void seek(long position) throws IOException {
      if (position >= bufferStart && position <= bufferStart + bufferSize) {
        inBuffer = (int) (position - bufferStart);
      } else {
        file.seek(position);
        bufferStart = position;
        bufferSize = 0;
        inBuffer = 0;
      }
    }

    private boolean fill() throws IOException {
      bufferStart += bufferSize;
      inBuffer = 0;
      bufferSize = Math.max(0, file.read(buffer, 0, buffer.length));
      return bufferSize > 0;
    }

    @Override
    public int read() throws IOException {
      return inBuffer < bufferSize || fill() ? buffer[inBuffer++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, target.length);
      if (length == 0) {
        return 0;
      }
      if (inBuffer == bufferSize && length >= buffer.length) {
        int size = file.read(target, offset, length);
        bufferStart += bufferSize + Math.max(0, size);
        bufferSize = 0;
        inBuffer = 0;
        return size;
      }
      if (inBuffer == bufferSize && !fill()) {
        return -1;
      }
      int size = Math.min(length, bufferSize - inBuffer);
      System.arraycopy(buffer, inBuffer, target, offset, size);
      inBuffer += size;
      return size;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
