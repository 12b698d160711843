package org.ringlight.lake.iceberg;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Files of this machine, named by plain absolute paths. A file that was written and closed is
 * durable, its name in its folder too: what a commit points at is there after a power cut. No
 * Hadoop.
 */
public final class LocalFiles implements FileIO {

  private static final long serialVersionUID = 1L;

  private final Disk disk;

  /** On the disk of this machine. */
  public LocalFiles() {
    this(Disk.REAL);
  }

  LocalFiles(Disk disk) {
    this.disk = disk;
  }

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInput(Path.of(location));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutput(Path.of(location), this);
  }

  /** Deletes a file where it is there; not durably, see {@link #keepNames}. */
  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(Path.of(location));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Disk disk() {
    return disk;
  }

  /** Writes a small text file so that it is there whole, durably, or not at all. */
  public void writeDurably(Path file, String text) throws IOException {
    Path folder = folderOf(file);
    createFolder(folder);
    Path draft = folder.resolve(file.getFileName() + ".draft");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
      disk.write(out, bytes, 0, bytes.length);
    }
    replaceDurably(draft, file);
  }

  /** Puts a finished draft, durably, in the place of {@code file} of the same folder. */
  void replaceDurably(Path draft, Path file) throws IOException {
    disk.keepBytes(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    disk.keepNames(folderOf(file));
  }

  /** Makes the bytes of {@code file} durable, which {@code channel} has open. */
  public void keepBytes(Path file, FileChannel channel) throws IOException {
    disk.keepBytes(file, channel);
  }

  /** Makes durable what was created, renamed or deleted in {@code folder}. */
  public void keepNames(Path folder) throws IOException {
    disk.keepNames(folder);
  }

  /** Creates a folder, and its parents, durably. */
  public void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolder(parent);
    }
    Files.createDirectories(folder);
    if (parent != null) {
      disk.keepNames(parent);
    }
  }

  /** The folder a file is in. */
  public static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    return folder;
  }
}
