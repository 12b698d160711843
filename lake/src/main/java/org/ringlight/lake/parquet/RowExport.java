package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.file.NewFile;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.Table;

/** Writes rows into a Parquet file of their own, for other programs to read. */
public final class RowExport {

  private RowExport() {}

  /**
   * Writes a file. It gets its name when it is whole; when {@code rows} fails, nothing is left.
   *
   * @param rows hands over the rows
   * @throws StoreUnavailable where it cannot be written
   */
  public static <R> void write(Path file, Table<R> table, Consumer<Consumer<R>> rows) {
    try (NewFile fresh = new NewFile(file)) {
      try (RowFileWriter<R> writer =
          new RowFileWriter<>(table, new LocalFiles().newOutputFile(fresh.part().toString()))) {
        rows.accept(row -> append(writer, row, file));
        writer.finish();
      }
      fresh.appear();
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static <R> void append(RowFileWriter<R> writer, R row, Path file) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static StoreUnavailable cannotWrite(Path file, IOException e) {
    return new StoreUnavailable(
        "the file cannot be written: " + e, file.toString(), "check folder and space", e);
  }
}
