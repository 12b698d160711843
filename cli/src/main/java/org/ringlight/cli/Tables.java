package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ringlight.cli.format.Cell;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.ResultPrinter;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.Query;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.Namespace;

/** The tables at one tip, asked in SQL. */
final class Tables implements AutoCloseable {

  private final Lake lake;
  private final Connection connection;

  private Tables(Lake lake, Connection connection) {
    this.lake = lake;
    this.connection = connection;
  }

  static Tables open(Path data, OptionalLong atHeight) {
    Lake lake = Lake.openExisting(data);
    return new Tables(
        lake, atHeight.isPresent() ? Sql.openAtHeight(lake, atHeight.getAsLong()) : Sql.open(lake));
  }

  /**
   * Prints what a statement of the user answers, and says how many rows there were.
   *
   * @throws SQLException where the statement is wrong
   */
  long print(String statement, Format format, PrintWriter out) throws SQLException {
    try (PreparedStatement prepared = Query.prepare(connection, statement);
        ResultSet rows = prepared.executeQuery()) {
      return new ResultPrinter(out).print(rows, format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows that one of our own statements answers, as JSON objects. */
  ArrayNode rows(String statement, Object... parameters) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
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

  /** Whether the tables begin above genesis, so that rings name outputs that are not in them. */
  boolean areSlice() {
    return lake.current(Namespace.XMR)
        .map(tables -> tables.lowestHeight(BlockRow.TABLE).orElse(0) > 0)
        .orElse(false);
  }

  /** Every place of some outputs in rings, by ring. */
  List<MembershipRow> memberships(long... outputIds) {
    Snapshot tables = lake.current(Namespace.XMR).orElseThrow();
    List<MembershipRow> found = new ArrayList<>();
    for (long id : outputIds) {
      try (Rows<MembershipRow> rows =
          tables.find(MembershipRow.TABLE, MembershipRow.TABLE.keyBetween(id, id))) {
        rows.forEachRemaining(found::add);
      }
    }
    return found;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    lake.close();
  }
}
