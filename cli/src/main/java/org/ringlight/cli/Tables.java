package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.ringlight.cli.format.Cell;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.ResultPrinter;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.Query;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;

/** The tables at one tip, asked in SQL. */
final class Tables implements AutoCloseable {

  private final Lake lake;
  private final SqlSession session;

  private Tables(Lake lake, SqlSession session) {
    this.lake = lake;
    this.session = session;
  }

  static Tables open(Path data, OptionalLong atHeight) {
    Lake lake = Lake.openExisting(data);
    try {
      return new Tables(
          lake,
          atHeight.isPresent() ? Sql.openAtHeight(lake, atHeight.getAsLong()) : Sql.open(lake));
    } catch (RuntimeException e) {
      lake.close();
      throw e;
    }
  }

  /**
   * Prints what a statement of the user answers, and says how many rows there were.
   *
   * @throws SQLException where the statement is wrong
   */
  long print(String statement, Format format, PrintWriter out) throws SQLException {
    try (PreparedStatement prepared = Query.prepare(session.connection(), statement);
        ResultSet rows = prepared.executeQuery()) {
      return new ResultPrinter(out).print(rows, format);
    }
  }

  /** The rows that one of our own statements answers, as JSON objects. */
  ArrayNode rows(String statement, Object... parameters) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    try (PreparedStatement prepared = session.connection().prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = prepared.executeQuery()) {
        ResultSetMetaData meta = rows.getMetaData();
        while (rows.next()) {
          ObjectNode row = found.addObject();
          for (int column = 1; column <= meta.getColumnCount(); column++) {
            row.set(meta.getColumnLabel(column), Cell.json(rows.getObject(column)));
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "the tables cannot be read: " + e.getMessage(),
          lake.folder().toString(),
          "run ringlight verify; where files are damaged, index again into an empty folder",
          e);
    }
  }

  /** The rows of the Monero chain. */
  Snapshot chain() {
    return session
        .snapshot(Namespace.XMR)
        .orElseThrow(() -> LookUp.notFound("chain", "nothing is indexed yet"));
  }

  /** Whether the tables begin above genesis, so that rings name outputs that are not in them. */
  boolean areSlice() {
    return session
        .snapshot(Namespace.XMR)
        .map(tables -> tables.lowestHeight(BlockRow.TABLE).orElse(0) > 0)
        .orElse(false);
  }

  @Override
  public void close() {
    try (lake) {
      session.close();
    }
  }
}
