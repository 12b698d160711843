package org.ringlight.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.ringlight.lake.iceberg.LiveFile;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.iceberg.TableFile;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.parquet.PageCount;
import org.ringlight.lake.parquet.RowFileReader;
import org.ringlight.lake.parquet.RowFileWriter;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TipRow;

/** The tips of a namespace. Appending one is the commit point: it is there whole, or not at all. */
final class TipLog {

  private final Warehouse warehouse;
  private final Table<TipRow> table;

  TipLog(Warehouse warehouse, Namespace namespace) {
    this.warehouse = warehouse;
    this.table = TipRow.table(namespace);
  }

  Table<TipRow> table() {
    return table;
  }

  /** The newest tip. */
  Optional<Tip> newest() {
    return current()
        .flatMap(
            current ->
                TipSummary.read(current.summary().get(TipSummary.PROPERTY))
                    .or(() -> newestRow(current)));
  }

  private Optional<Tip> newestRow(Snapshot current) {
    return files(current).stream()
        .max(Comparator.comparingLong(LiveFile::lastKey))
        .map(file -> read(file))
        .map(tips -> tips.get(tips.size() - 1));
  }

  /** All tips, oldest first. */
  List<Tip> all() {
    return current().map(this::files).orElse(List.of()).stream()
        .flatMap(file -> read(file).stream())
        .sorted(Comparator.comparingLong(Tip::number))
        .toList();
  }

  /** Requires every file of the table to be there with its length; for the writer alone. */
  void requireFiles() {
    current().map(this::files).orElse(List.of()).forEach(LiveFile::requireWhole);
  }

  private Optional<Snapshot> current() {
    return warehouse.find(table).map(stored -> stored.currentSnapshot());
  }

  private List<LiveFile> files(Snapshot current) {
    return LiveFile.of(table, current, warehouse.files());
  }

  private List<Tip> read(LiveFile file) {
    return StoreErrors.at(
        file.location(),
        () -> {
          List<Tip> tips = new ArrayList<>();
          try (RowFileReader<TipRow> reader =
              new RowFileReader<>(
                  table,
                  warehouse.files().newInputFile(file.location()),
                  List.of(),
                  new PageCount())) {
            for (TipRow row = reader.next(); row != null; row = reader.next()) {
              tips.add(Tip.of(row));
            }
          }
          return tips;
        });
  }

  /**
   * Writes the table anew with {@code kept}, the newest tip among them, and nothing else. Who reads
   * the old rows goes on doing so until they are cleaned up.
   */
  void keep(List<Tip> kept, CommitSteps steps) {
    Tip newest = kept.get(kept.size() - 1);
    StoreErrors.run(
        table,
        () -> {
          org.apache.iceberg.Table stored = warehouse.findOrCreate(table);
          // a name of its own: the newest tip's number and run name the file it was appended with
          String location =
              TableFile.location(stored, newest.number(), UUID.randomUUID().toString(), 0);
          try (RowFileWriter<TipRow> writer =
              new RowFileWriter<>(table, warehouse.files().newOutputFile(location))) {
            for (Tip tip : kept) {
              writer.write(tip.row());
            }
            var file = TableFile.finish(writer, stored);
            steps.reached("kept tips file");
            OverwriteFiles overwrite = stored.newOverwrite();
            for (LiveFile old : files(stored.currentSnapshot())) {
              overwrite.deleteFile(old.file());
            }
            overwrite.addFile(file).set(TipSummary.PROPERTY, TipSummary.write(newest)).commit();
          }
          steps.reached("kept tips");
        });
  }

  /** Appends {@code tip}: when this returns, it is what readers see. */
  void append(Tip tip, CommitSteps steps) {
    StoreErrors.run(
        table,
        () -> {
          org.apache.iceberg.Table stored = warehouse.findOrCreate(table);
          String location = TableFile.location(stored, tip.number(), tip.run(), 0);
          try (RowFileWriter<TipRow> writer =
              new RowFileWriter<>(table, warehouse.files().newOutputFile(location))) {
            writer.write(tip.row());
            var file = TableFile.finish(writer, stored);
            steps.reached("tip file");
            stored
                .newAppend()
                .appendFile(file)
                .set(TipSummary.PROPERTY, TipSummary.write(tip))
                .commit();
          }
          steps.reached("tip");
        });
  }
}
