package org.ringlight.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.iceberg.LiveFile;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.iceberg.TableFile;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.parquet.RowFileWriter;
import org.ringlight.lake.table.Table;

/** What one commit does to one table: at most one new file, and files that go. */
final class TableChange<R> {

  private final Table<R> table;
  private final Warehouse warehouse;
  private final org.apache.iceberg.Table stored;
  private final String location;
  private final List<DataFile> dropped = new ArrayList<>();
  private @Nullable RowFileWriter<R> writer;
  private @Nullable DataFile added;
  private long lastKey = Long.MIN_VALUE;
  private long lastHeight = Long.MIN_VALUE;

  TableChange(Table<R> table, Warehouse warehouse, long number, String run) {
    this.table = table;
    this.warehouse = warehouse;
    this.stored = warehouse.findOrCreate(table);
    this.location = TableFile.location(stored, number, run);
  }

  Table<R> table() {
    return table;
  }

  void append(R row) {
    long key = table.sortKey().applyAsLong(row);
    if (key < lastKey) {
      throw new IllegalArgumentException(
          table + " is sorted by " + table.sortedBy() + ": " + key + " comes after " + lastKey);
    }
    lastKey = key;
    lastHeight = Math.max(lastHeight, table.height().applyAsLong(row));
    StoreErrors.run(location, () -> writer().write(row));
  }

  private RowFileWriter<R> writer() throws IOException {
    RowFileWriter<R> current = writer;
    if (current == null) {
      current = new RowFileWriter<>(table, warehouse.files().newOutputFile(location));
      writer = current;
    }
    return current;
  }

  void deleteAbove(Snapshot snapshot, long height) {
    for (LiveFile file : snapshot.live(table)) {
      if (file.lastHeight() > height) {
        dropped.add(file.file());
        try (Rows<R> kept =
            new Rows<>(table, List.of(file), warehouse.files(), Long.MIN_VALUE, height)) {
          kept.forEachRemaining(this::append);
        }
      }
    }
  }

  void requireNoneAbove(long height) {
    if (lastHeight > height) {
      throw new IllegalArgumentException(
          table + ": a row of height " + lastHeight + " in a commit up to " + height);
    }
  }

  /** Makes the new file durable. */
  void finish() {
    RowFileWriter<R> current = writer;
    if (current != null) {
      StoreErrors.run(location, () -> added = TableFile.finish(current, stored));
    }
  }

  /** Commits the table alone, which no reader looks at yet; its new snapshot, if it changed. */
  Optional<Long> commit() {
    DataFile file = added;
    if (file == null && dropped.isEmpty()) {
      return Optional.empty();
    }
    return StoreErrors.at(
        table,
        () -> {
          if (dropped.isEmpty()) {
            AppendFiles append = stored.newAppend();
            if (file != null) {
              append.appendFile(file);
            }
            append.commit();
          } else {
            OverwriteFiles overwrite = stored.newOverwrite();
            dropped.forEach(overwrite::deleteFile);
            if (file != null) {
              overwrite.addFile(file);
            }
            overwrite.commit();
          }
          return Optional.of(stored.currentSnapshot().snapshotId());
        });
  }

  /** Deletes the new file. */
  void abandon() {
    RowFileWriter<R> current = writer;
    if (current != null) {
      StoreErrors.run(
          location,
          () -> {
            try (current) {
              // the file goes even where it cannot be closed
            } finally {
              warehouse.files().deleteFile(location);
            }
          });
    }
  }
}
