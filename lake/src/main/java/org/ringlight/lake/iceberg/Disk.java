package org.ringlight.lake.iceberg;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The three things a disk can fail at: taking bytes, keeping them, keeping names. The tests put
 * disks here that are full, or that forget what they were not asked to keep.
 */
interface Disk extends Serializable {

  /** The disk of this machine. */
  Disk REAL = new Disk() {};

  /** Writes bytes, which a power cut may take back. */
  default void write(FileOutputStream file, byte[] bytes, int offset, int length)
      throws IOException {
    file.write(bytes, offset, length);
  }

  /** Makes the bytes written to {@code file} durable. */
  default void keepBytes(Path file) throws IOException {
    sync(file);
  }

  /** The same for a file that is open; one that is locked must not be opened again. */
  default void keepBytes(Path file, FileChannel channel) throws IOException {
    channel.force(true);
  }

  /** Makes the names in {@code folder} durable: what was created, renamed or deleted there. */
  default void keepNames(Path folder) throws IOException {
    sync(folder);
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
