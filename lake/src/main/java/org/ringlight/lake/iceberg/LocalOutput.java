package org.ringlight.lake.iceberg;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A file to write: durable, and read-only, once its stream is closed. */
record LocalOutput(Path path, LocalFiles files) implements OutputFile {

  @Override
  public PositionOutputStream create() {
    try {
      files.createFolder(folder());
      Files.createFile(path);
      return new Stream(path, files.disk());
    } catch (FileAlreadyExistsException e) {
      throw new AlreadyExistsException(e, "File exists: %s", path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    try {
      files.createFolder(folder());
      return new Stream(path, files.disk());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return LocalFiles.folderOf(path);
  }

  @Override
  public String location() {
    return path.toString();
  }

  @Override
  public InputFile toInputFile() {
    return new LocalInput(path);
  }

  private static final class Stream extends PositionOutputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final Disk disk;
    private final FileOutputStream file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long written;
    private boolean closed;

    Stream(Path path, Disk disk) throws IOException {
      this.path = path;
      this.disk = disk;
      this.file = new FileOutputStream(path.toFile());
    }

    @Override
    public long getPos() {
      return written + buffered;
    }

    @Override
    public void write(int b) throws IOException {
      if (buffered == buffer.length) {
        flush();
      }
      buffer[buffered++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > buffer.length - buffered) {
        flush();
      }
      if (length >= buffer.length) {
        disk.write(file, bytes, offset, length);
        written += length;
      } else {
        System.arraycopy(bytes, offset, buffer, buffered, length);
        buffered += length;
      }
    }

    @Override
    public void flush() throws IOException {
      int size = buffered;
      buffered = 0;
      disk.write(file, buffer, 0, size);
      written += size;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try (file) {
        flush();
      }
      disk.keepBytes(path);
      // what a commit names never changes again, least of all by a query's mistake
      if (!path.toFile().setReadOnly()) {
        throw new IOException("Cannot be made read-only: " + path);
      }
      disk.keepNames(LocalFiles.folderOf(path));
    }
  }
}
