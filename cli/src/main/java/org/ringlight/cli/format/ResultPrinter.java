package org.ringlight.cli.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Prints a SQL result as it streams in, whatever its size. */
public final class ResultPrinter {

  private final PrintWriter out;

  public ResultPrinter(PrintWriter out) {
    this.out = out;
  }

  /** Prints all rows in {@code format} and says how many there were. */
  public long print(ResultSet rows, Format format) throws SQLException {
    List<String> names = names(rows);
    try (RowPrinter printer = RowPrinter.of(out, format, names)) {
      while (rows.next() && !printer.isInVain()) {
        List<JsonNode> cells = new ArrayList<>();
        for (int column = 1; column <= names.size(); column++) {
          cells.add(Cell.json(rows.getObject(column)));
        }
        printer.add(cells);
      }
      return printer.count();
    }
  }

  private static List<String> names(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      names.add(unlike(names, meta.getColumnLabel(column)));
    }
    return names;
  }

  private static String unlike(List<String> names, String name) {
    String fresh = name;
    for (int i = 1; names.contains(fresh); i++) {
      fresh = name + "_" + i;
    }
    return fresh;
  }
}
