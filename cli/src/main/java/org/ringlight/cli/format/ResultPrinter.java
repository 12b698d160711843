package org.ringlight.cli.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
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
  public long print(ResultSet rows, Format format) throws SQLException, IOException {
    long count =
        switch (format) {
          case TABLE -> table(rows);
          case CSV -> csv(rows);
          case JSON -> json(rows, "[", ",", "]");
          case JSONL -> json(rows, "", "", "");
        };
    out.flush();
    return count;
  }

  private long table(ResultSet rows) throws SQLException {
    TextTable table = new TextTable(out, names(rows));
    long count = 0;
    for (; more(rows, count); count++) {
      List<String> cells = new ArrayList<>();
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        cells.add(Cell.text(rows.getObject(column)));
      }
      table.add(cells);
    }
    table.close();
    return count;
  }

  private long csv(ResultSet rows) throws SQLException, IOException {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    List<String> names = names(rows);
    names.forEach(schema::addColumn);
    CsvMapper mapper = new CsvMapper();
    mapper.disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    long count = 0;
    try (CsvGenerator csv = mapper.getFactory().createGenerator(out)) {
      csv.setSchema(schema.build());
      for (; more(rows, count); count++) {
        csv.writeStartArray();
        for (int column = 1; column <= names.size(); column++) {
          csv.writeString(Cell.text(rows.getObject(column)));
        }
        csv.writeEndArray();
      }
    }
    if (count == 0) {
      out.println(String.join(",", names));
    }
    return count;
  }

  private long json(ResultSet rows, String before, String between, String after)
      throws SQLException, IOException {
    List<String> names = names(rows);
    ObjectMapper mapper = new ObjectMapper();
    mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    out.print(before);
    long count = 0;
    for (; more(rows, count); count++) {
      var object = mapper.createObjectNode();
      for (int column = 1; column <= names.size(); column++) {
        object.set(names.get(column - 1), Cell.json(rows.getObject(column)));
      }
      out.print(count == 0 ? "" : between);
      out.print(object);
      out.print('\n');
    }
    if (!after.isEmpty()) {
      out.println(after);
    }
    return count;
  }

  private static String unlike(List<String> names, String name) {
    String fresh = name;
    for (int i = 1; names.contains(fresh); i++) {
      fresh = name + "_" + i;
    }
    return fresh;
  }

  /** Whether there is another row; also ends where nobody takes them any more. */
  private boolean more(ResultSet rows, long count) throws SQLException {
    return rows.next() && !(count % 1000 == 999 && out.checkError());
  }

  private static List<String> names(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      names.add(unlike(names, meta.getColumnLabel(column)));
    }
    return names;
  }
}
