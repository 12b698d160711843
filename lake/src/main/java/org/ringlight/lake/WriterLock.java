package org.ringlight.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.iceberg.LocalFiles;

/**
 * The right to write a namespace: a held file. It says who holds it; a holder that ends well
 * empties it.
 */
final class WriterLock implements AutoCloseable {

  private static final String FILE = "writer.lock";

  private final HeldFile file;
  private final LocalFiles files;
  private final boolean afterCrash;

  private WriterLock(HeldFile file, LocalFiles files, boolean afterCrash) {
    this.file = file;
    this.files = files;
    this.afterCrash = afterCrash;
  }

  static WriterLock acquire(Path folder, String run, LocalFiles files) throws IOException {
    files.createFolder(folder);
    Path path = folder.resolve(FILE);
    boolean fresh = Files.notExists(path);
    Optional<HeldFile> held = HeldFile.holdOrCreate(path);
    if (held.isEmpty()) {
      String holder = HeldFile.read(path).strip();
      throw new StoreUnavailable(
          "another process writes these tables: " + (holder.isEmpty() ? "unnamed" : holder),
          path.toString(),
          "wait for it to end, or stop it");
    }
    HeldFile file = held.get();
    try {
      boolean afterCrash = !file.text().isBlank();
      file.write(Holder.processAndHost() + ", run " + run);
      file.force(files);
      if (fresh) {
        // the mark of a writer that died must outlive a power cut
        files.keepNames(folder);
      }
      return new WriterLock(file, files, afterCrash);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Whether the holder before did not end well. */
  boolean afterCrash() {
    return afterCrash;
  }

  /** Says that this holder ended well. */
  void endWell() throws IOException {
    file.write("");
    file.force(files);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
