package org.ringlight.lake.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/**
 * Opens a database in memory whose views are the tables, each namespace at its last commit. It
 * reads the files of those commits and, besides a spill folder of its own, no other file; it loads
 * no extension and downloads nothing; its settings cannot be changed.
 *
 * <p>DuckDB cannot tell reading a file from writing it: {@code COPY … TO} a file of the tables with
 * {@code USE_TMP_FILE false} is stopped only by that file being read-only, which does not stop
 * root.
 */
public final class Sql {

  private static final String MEMORY = "2GB";
  private static final String GLOBS = "*?[{";

  private Sql() {}

  /** All rows of the last commits. Close it; it does not follow later commits. */
  public static SqlSession open(Lake lake) {
    return openAtHeight(lake, Long.MAX_VALUE);
  }

  /**
   * The rows of heights up to {@code height}.
   *
   * @throws org.ringlight.failure.DataInvalid where a file is missing or has another length than it
   *     was written with
   */
  public static SqlSession openAtHeight(Lake lake, long height) {
    refuseGlobs(lake.folder());
    List<Snapshot> held = new ArrayList<>();
    try {
      List<View> views = new ArrayList<>();
      for (Namespace namespace : Namespace.values()) {
        Optional<Snapshot> current = lake.current(namespace);
        current.ifPresent(held::add);
        // what DuckDB says of such files names neither the table nor what to do
        current.ifPresent(Snapshot::requireFiles);
        for (Table<?> table : namespace.tables()) {
          views.add(
              current
                  .map(tip -> new View(table, tip.files(table), tip.lastCut(table, height)))
                  .orElse(new View(table, List.of(), height)));
        }
      }
      return new SqlSession(StoreErrors.at(lake.folder(), () -> connect(views)), held);
    } catch (RuntimeException e) {
      held.forEach(Snapshot::close);
      throw e;
    }
  }

  /** DuckDB takes the name of a file to read for a pattern, and has no way to quote it. */
  private static void refuseGlobs(Path folder) {
    if (folder.toString().chars().anyMatch(c -> GLOBS.indexOf(c) >= 0)) {
      throw new ConfigurationInvalid(
          "SQL cannot read a folder with one of the characters " + GLOBS + " in its name",
          folder.toString(),
          "move the data directory");
    }
  }

  private static Connection connect(List<View> views) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
    settings.setProperty("temp_directory", spill().toString());
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (Statement statement = connection.createStatement()) {
      for (Namespace namespace : Namespace.values()) {
        statement.execute("CREATE SCHEMA " + namespace.sqlName());
      }
      for (View view : views) {
        statement.execute(view.statement());
      }
      statement.execute("CREATE MACRO h(digits) AS unhex(digits)");
      statement.execute("CREATE MACRO lhex(bytes) AS lower(hex(bytes))");
      statement.execute(
          "CREATE MACRO xmr(amount) AS (amount // 1000000000000)::VARCHAR || '.'"
              + " || lpad((amount % 1000000000000)::VARCHAR, 12, '0')");
      lockIn(statement, views);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** A folder of its own: DuckDB lets queries reach all of it. It is made when first needed. */
  private static Path spill() {
    return Path.of(System.getProperty("java.io.tmpdir"), "ringlight-sql-" + UUID.randomUUID());
  }

  /** From here on nothing but the views' files can be reached, and this cannot be taken back. */
  private static void lockIn(Statement statement, List<View> views) throws SQLException {
    String files =
        views.stream()
            .flatMap(view -> view.files().stream())
            .map(View::quoted)
            .collect(Collectors.joining(", "));
    statement.execute("SET allowed_paths = [" + files + "]");
    statement.execute("SET enable_external_access = false");
    statement.execute("SET lock_configuration = true");
  }
}
