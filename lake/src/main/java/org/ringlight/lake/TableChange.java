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
import org.ringlight.lake.table.Cut;
import org.ringlight.lake.table.Table;

/** What one commit does to one table: new files, each in the table's order, and files that go. */
final class TableChange<R> {

  private final Table<R> table;
  private final Warehouse warehouse;
  private final org.apache.iceberg.Table stored;
  private final long number;
  private final String run;
  private final List<DataFile> dropped = new ArrayList<>();
  private final List<DataFile> added = new ArrayList<>();
  private final List<String> locations = new ArrayList<>();
  private @Nullable RowFileWriter<R> writer;
  private long lastKey = Long.MIN_VALUE;
  private long lastCut = Long.MIN_VALUE;

  TableChange(Table<R> table, Warehouse warehouse, long number, String run) {
    this.table = table;
    this.warehouse = warehouse;
    this.stored = warehouse.findOrCreate(table);
    this.number = number;
    this.run = run;
  }

  Table<R> table() {
    return table;
  }

  /** Appends a row to the present file; starts one where there is none. */
  void append(R row) {
    long key = table.sortKey().applyAsLong(row);
    if (key < lastKey) {
      throw new IllegalArgumentException(
          table + " is sorted by " + table.sortedBy() + ": " + key + " comes after " + lastKey);
    }
    lastKey = key;
    lastCut = Math.max(lastCut, table.cutKey().applyAsLong(row));
    StoreErrors.run(table, () -> writer().write(row));
  }

  private RowFileWriter<R> writer() throws IOException {
    RowFileWriter<R> current = writer;
    if (current == null) {
      String location = TableFile.location(stored, number, run, locations.size());
      locations.add(location);
      current = new RowFileWriter<>(table, warehouse.files().newOutputFile(location));
      writer = current;
    }
    return current;
  }

  /** Makes the present file durable, if there is one; the next row starts another. */
  void endFile() {
    RowFileWriter<R> current = writer;
    if (current != null) {
      StoreErrors.run(
          current.file().location(), () -> added.add(TableFile.finish(current, stored)));
      writer = null;
    }
    lastKey = Long.MIN_VALUE;
  }

  /** Ends the present file where it has grown to {@code bytes}. */
  void endFileAt(long bytes) {
    RowFileWriter<R> current = writer;
    if (current != null && StoreErrors.at(table, current::bytes) >= bytes) {
      endFile();
    }
  }

  /**
   * Drops what is above {@code last} in the column by which a height cuts the table: whole files,
   * and files that straddle once the rest of their rows is written anew.
   */
  void deleteAbove(Snapshot snapshot, long last) {
    for (LiveFile file : snapshot.live(table)) {
      if (file.lastCut() <= last) {
        endFile(); // where heights are in any order, it may come between two that straddle
      } else {
        drop(file);
        if (file.firstCut() <= last) {
          try (Rows<R> kept =
              new Rows<>(
                  table,
                  List.of(file),
                  warehouse.files(),
                  List.of(table.cutBetween(Long.MIN_VALUE, last)))) {
            kept.forEachRemaining(this::append);
          }
          if (table.cut() == Cut.RING) {
            endFile(); // runs overlap in their order; files of the others follow one another
          }
        }
      }
    }
  }

  /** Takes a file out of the table. */
  void drop(LiveFile file) {
    dropped.add(file.file());
  }

  void requireNoneAbove(long last) {
    if (lastCut > last) {
      throw new IllegalArgumentException(
          "%s: a row of %s %d in a commit up to %d"
              .formatted(table, table.cut().column(), lastCut, last));
    }
  }

  /** Commits the table alone, which no reader looks at yet; its new snapshot, if it changed. */
  Optional<Long> commit() {
    if (added.isEmpty() && dropped.isEmpty()) {
      return Optional.empty();
    }
    return StoreErrors.at(
        table,
        () -> {
          if (dropped.isEmpty()) {
            AppendFiles append = stored.newAppend();
            added.forEach(append::appendFile);
            append.commit();
          } else {
            OverwriteFiles overwrite = stored.newOverwrite();
            dropped.forEach(overwrite::deleteFile);
            added.forEach(overwrite::addFile);
            overwrite.commit();
          }
          return Optional.of(stored.currentSnapshot().snapshotId());
        });
  }

  /** Deletes the new files. */
  void abandon() {
    StoreErrors.run(
        table,
        () -> {
          RowFileWriter<R> current = writer;
          try {
            if (current != null) {
              current.close();
            }
          } finally { // the files go even where this one cannot be closed
            locations.forEach(warehouse.files()::deleteFile);
          }
        });
  }
}
