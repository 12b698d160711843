package org.ringlight.lake.iceberg;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that takes so many bytes and then says what Linux says of a full one. */
public final class FullDisk implements Disk {

  private static final long serialVersionUID = 1L;

  private final AtomicLong left;

  private FullDisk(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  /** Files on a disk with {@code bytes} left. */
  public static LocalFiles files(long bytes) {
    return new LocalFiles(new FullDisk(bytes));
  }

  @Override
  public void write(FileOutputStream file, byte[] bytes, int offset, int length)
      throws IOException {
    int fits = (int) Math.max(0, Math.min(length, left.getAndAdd(-length)));
    file.write(bytes, offset, fits);
    if (fits < length) {
      throw new IOException("No space left on device");
    }
  }
}
