package org.ringlight.cli.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.ringlight.analytics.export.SpentOutputsSink;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.file.NewFile;

/** Spent outputs as a Parquet file, which DuckDB writes. */
final class SpentOutputsParquet {

  private static final String COPY =
      "COPY (FROM read_csv('%s', header = true, columns = {'index_space': 'UBIGINT',"
          + " 'amount_index': 'BIGINT'})) TO '%s' (FORMAT parquet, COMPRESSION zstd)";

  private SpentOutputsParquet() {}

  /** Writes a file, which gets its name when it is whole. */
  static void write(Path file, Consumer<SpentOutputsSink> outputs) {
    try (NewFile fresh = new NewFile(file)) {
      Path lines = Files.createTempFile("ringlight-spent", ".csv");
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duck.createStatement()) {
        FindingsText.write(
            lines,
            "index_space,amount_index",
            text ->
                outputs.accept(
                    (space, index) -> text.accept(Long.toUnsignedString(space) + "," + index)));
        statement.execute(COPY.formatted(quoted(lines), quoted(fresh.part())));
        fresh.appear();
      } finally {
        Files.deleteIfExists(lines);
      }
    } catch (IOException | SQLException e) {
      throw new StoreUnavailable(
          "the file cannot be written: " + e, file.toString(), "check folder and space", e);
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }
}
