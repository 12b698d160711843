package org.ringlight.lake.iceberg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ExpireSnapshots.CleanupLevel;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadata.MetadataLogEntry;

/** What a table still has on disk but no longer needs. For the writer of its namespace alone. */
public final class Leftovers {

  private final Warehouse warehouse;
  private final org.ringlight.lake.table.Table<?> table;
  private final Optional<Table> stored;

  /** Of the table as it is now. */
  public Leftovers(Warehouse warehouse, org.ringlight.lake.table.Table<?> table) {
    this.warehouse = warehouse;
    this.table = table;
    this.stored = warehouse.find(table);
  }

  /**
   * Files that were deleted.
   *
   * @param files how many
   * @param bytes their size
   */
  public record Deleted(long files, long bytes) {}

  /** Forgets every snapshot but the current one and {@code kept}; says how many those were. */
  public int forgetSnapshotsExcept(Set<Long> kept) {
    return stored
        .map(there -> StoreErrors.at(table, () -> forgetSnapshotsExcept(there, kept)))
        .orElse(0);
  }

  private static int forgetSnapshotsExcept(Table stored, Set<Long> kept) {
    Snapshot current = stored.currentSnapshot();
    // without the age, Iceberg would also forget what is five days old
    ExpireSnapshots forget =
        stored.expireSnapshots().expireOlderThan(0).cleanupLevel(CleanupLevel.NONE);
    int forgotten = 0;
    for (Snapshot snapshot : stored.snapshots()) {
      long id = snapshot.snapshotId();
      if (!kept.contains(id) && (current == null || id != current.snapshotId())) {
        forget.expireSnapshotId(id);
        forgotten++;
      }
    }
    if (forgotten > 0) {
      forget.commit();
    }
    return forgotten;
  }

  /**
   * Deletes the files that none of the table's snapshots leads to. Reads every manifest, each once.
   */
  public Deleted deleteUnreachable() {
    return stored
        .map(there -> StoreErrors.at(table, () -> deleteUnreachable(there)))
        .orElse(new Deleted(0, 0));
  }

  private Deleted deleteUnreachable(Table there) throws IOException {
    Set<String> reachable = reachable(there);
    long count = 0;
    long bytes = 0;
    for (String name : List.of("metadata", TableFile.folder())) {
      Path folder = Path.of(there.location(), name);
      long before = count;
      for (Path file : list(folder)) {
        if (!reachable.contains(file.toString())) {
          bytes += Files.size(file);
          count++;
          warehouse.files().deleteFile(file.toString());
        }
      }
      if (count > before) {
        warehouse.files().keepNames(folder);
      }
    }
    return new Deleted(count, bytes);
  }

  private Set<String> reachable(Table there) throws IOException {
    TableMetadata metadata = ((HasTableOperations) there).operations().current();
    Set<String> reachable = new HashSet<>();
    reachable.add(metadata.metadataFileLocation());
    for (MetadataLogEntry earlier : metadata.previousFiles()) {
      reachable.add(earlier.file());
    }
    for (Snapshot snapshot : metadata.snapshots()) {
      reachable.add(snapshot.manifestListLocation());
      for (ManifestFile manifest : snapshot.allManifests(warehouse.files())) {
        if (reachable.add(manifest.path())) {
          addDataFiles(manifest, reachable);
        }
      }
    }
    return reachable;
  }

  private void addDataFiles(ManifestFile manifest, Set<String> reachable) throws IOException {
    try (ManifestReader<DataFile> files =
        ManifestFiles.read(manifest, warehouse.files(), LiveFile.SPECS)) {
      for (DataFile file : files) {
        reachable.add(file.location());
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
