package org.ringlight.lake.iceberg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ExpireSnapshots.CleanupLevel;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;

/**
 * Takes a namespace back to its last tip after a writer died between two steps of a commit: tables
 * point at the tip's snapshots again, and files that no tip can name are deleted.
 */
public final class Recovery {

  private final Warehouse warehouse;
  private final long lastCommit;

  /**
   * @param lastCommit the number of the last tip, 0 where there is none
   */
  public Recovery(Warehouse warehouse, long lastCommit) {
    this.warehouse = warehouse;
    this.lastCommit = lastCommit;
  }

  /**
   * Makes {@code snapshotId} the table's current state, empty where it is null, and deletes the
   * data files of later commits. A table that already stands there is only looked at.
   */
  public void rollBack(org.ringlight.lake.table.Table<?> table, @Nullable Long snapshotId) {
    Optional<Table> found = warehouse.find(table);
    if (found.isEmpty()) {
      if (snapshotId != null) {
        throw new DataInvalid(
            "the last tip names a table that the catalog does not know",
            table.fullName(),
            "restore the data directory from a copy, or index again into an empty one");
      }
      return;
    }
    Table stored = found.get();
    StoreErrors.run(
        table,
        () -> {
          Snapshot current = stored.currentSnapshot();
          if (snapshotId == null && current != null) {
            warehouse.drop(table);
          } else if (snapshotId != null) {
            rollBack(stored, snapshotId);
          }
          deleteLaterFiles(stored);
        });
  }

  private static void rollBack(Table stored, long snapshotId) {
    Snapshot wanted = stored.snapshot(snapshotId);
    if (wanted == null) {
      throw new DataInvalid(
          "the last tip names a snapshot that the table does not have",
          stored.location() + ", snapshot " + snapshotId,
          "restore the data directory from a copy, or index again into an empty one");
    }
    if (stored.currentSnapshot().snapshotId() != snapshotId) {
      stored.manageSnapshots().setCurrentSnapshot(snapshotId).commit();
    }
    ExpireSnapshots forget =
        stored.expireSnapshots().expireOlderThan(0).cleanupLevel(CleanupLevel.NONE);
    boolean any = false;
    for (Snapshot snapshot : stored.snapshots()) {
      if (snapshot.sequenceNumber() > wanted.sequenceNumber()) {
        forget.expireSnapshotId(snapshot.snapshotId());
        any = true;
      }
    }
    if (any) {
      forget.commit();
    }
  }

  /** Deletes the data files of commits after the last tip. */
  public void deleteLaterFiles(org.ringlight.lake.table.Table<?> table) {
    warehouse
        .find(table)
        .ifPresent(stored -> StoreErrors.run(table, () -> deleteLaterFiles(stored)));
  }

  private void deleteLaterFiles(Table stored) throws IOException {
    Path data = Path.of(stored.location(), TableFile.folder());
    for (Path file : list(data)) {
      if (TableFile.number(file.getFileName().toString()) > lastCommit) {
        warehouse.files().deleteFile(file.toString());
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
