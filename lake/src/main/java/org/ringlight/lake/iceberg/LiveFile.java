package org.ringlight.lake.iceberg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;

/**
 * A data file of a snapshot.
 *
 * @param file Iceberg's entry
 * @param firstCut smallest value of the column by which a height cuts the table
 * @param lastCut largest value of that column
 * @param firstKey smallest value of the column the table is sorted by
 * @param lastKey largest value of that column
 */
public record LiveFile(DataFile file, long firstCut, long lastCut, long firstKey, long lastKey) {

  /** Of every table here: none is partitioned. */
  static final Map<Integer, PartitionSpec> SPECS =
      Map.of(PartitionSpec.unpartitioned().specId(), PartitionSpec.unpartitioned());

  /** The files of a snapshot, in the order of the table. */
  public static List<LiveFile> of(Table<?> table, Snapshot snapshot, FileIO io) {
    return StoreErrors.at(table, () -> read(table, snapshot, io));
  }

  private static List<LiveFile> read(Table<?> table, Snapshot snapshot, FileIO io)
      throws IOException {
    int cut = id(table, table.cut().column());
    int key = id(table, table.sortedBy());
    List<LiveFile> files = new ArrayList<>();
    for (ManifestFile manifest : snapshot.dataManifests(io)) {
      try (ManifestReader<DataFile> reader = ManifestFiles.read(manifest, io, SPECS)) {
        for (DataFile file : reader) {
          files.add(
              new LiveFile(
                  file.copy(),
                  bound(file, file.lowerBounds(), cut),
                  bound(file, file.upperBounds(), cut),
                  bound(file, file.lowerBounds(), key),
                  bound(file, file.upperBounds(), key)));
        }
      }
    }
    requireAll(snapshot, files.size());
    files.sort(
        Comparator.comparingLong(LiveFile::firstKey)
            .thenComparingLong(LiveFile::firstCut)
            .thenComparing(LiveFile::location));
    return files;
  }

  /** Requires as many files as the snapshot was written with; an old one may not say. */
  private static void requireAll(Snapshot snapshot, int count) {
    String expected = snapshot.summary().get(SnapshotSummary.TOTAL_DATA_FILES_PROP);
    if (expected != null && !expected.equals(Integer.toString(count))) {
      throw new DataInvalid(
          "the list of a table's files is damaged: it names "
              + count
              + ", it was written with "
              + expected,
          snapshot.manifestListLocation(),
          "restore the data directory from a copy, or index again into an empty one");
    }
  }

  /** Where it is. */
  public String location() {
    return file.location();
  }

  /** Where each of its row groups begins, in bytes from the start. */
  public List<Long> rowGroups() {
    List<Long> offsets = file.splitOffsets();
    if (offsets == null) {
      throw new DataInvalid(
          "a data file is registered without its row groups",
          file.location(),
          "it was not written by this program: restore the data directory from a copy");
    }
    return offsets;
  }

  /** Whether it can hold rows that are wanted by all of {@code selections}. */
  public <R> boolean meets(Table<R> table, List<Selection<R>> selections) {
    for (Selection<R> selection : selections) {
      int column = id(table, selection.column());
      if (!selection.meets(
          bound(file, file.lowerBounds(), column), bound(file, file.upperBounds(), column))) {
        return false;
      }
    }
    return true;
  }

  /** Requires the file to be there with the length it was written with. */
  public void requireWhole() {
    StoreErrors.run(
        location(),
        () -> {
          long length = Files.exists(Path.of(location())) ? Files.size(Path.of(location())) : -1;
          if (length != file.fileSizeInBytes()) {
            throw new DataInvalid(
                length < 0
                    ? "a data file is missing"
                    : "a data file is "
                        + length
                        + " bytes long, it was written with "
                        + file.fileSizeInBytes(),
                location(),
                "restore the data directory from a copy, or index again into an empty one");
          }
        });
  }

  private static int id(Table<?> table, String column) {
    return table.columns().stream()
        .filter(candidate -> candidate.name().equals(column))
        .mapToInt(Column::id)
        .findFirst()
        .orElseThrow();
  }

  private static long bound(DataFile file, @Nullable Map<Integer, ByteBuffer> bounds, int column) {
    ByteBuffer bound = bounds == null ? null : bounds.get(column);
    if (bound == null) {
      throw new DataInvalid(
          "a data file is registered without its smallest and largest values",
          file.location(),
          "it was not written by this program: restore the data directory from a copy");
    }
    return Conversions.<Long>fromByteBuffer(Types.LongType.get(), bound);
  }
}
