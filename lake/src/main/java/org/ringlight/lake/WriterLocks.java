package org.ringlight.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.table.Namespace;

/** The right to write all namespaces of a data directory, for what changes it as a whole. */
final class WriterLocks implements AutoCloseable {

  private final Path folder;
  private final List<WriterLock> locks = new ArrayList<>();

  private WriterLocks(Path folder) {
    this.folder = folder;
  }

  static WriterLocks acquire(Path folder, LocalFiles files) {
    WriterLocks all = new WriterLocks(folder);
    boolean acquired = false;
    try {
      for (Namespace namespace : Namespace.values()) {
        Path place = folder.resolve(namespace.sqlName());
        all.locks.add(
            StoreErrors.at(place, () -> WriterLock.acquire(place, "ringlight migrate", files)));
      }
      acquired = true;
      return all;
    } finally {
      if (!acquired) {
        all.close();
      }
    }
  }

  /** Says that all ended well; where the writer before did not, the next one still cleans up. */
  void endWell() {
    StoreErrors.run(
        folder,
        () -> {
          for (WriterLock lock : locks) {
            if (!lock.afterCrash()) {
              lock.endWell();
            }
          }
        });
  }

  @Override
  public void close() {
    StoreErrors.run(
        folder,
        () -> {
          for (WriterLock lock : locks) {
            lock.close();
          }
        });
  }
}
