package org.ringlight.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
