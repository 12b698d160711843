package org.ringlight.lab;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * What a query answered. A notebook shows it as a table, {@code toString} as aligned text.
 *
 * @param columns their names
 * @param cells a list for each row, a cell for each column: a number, a truth, a text (bytes are
 *     hex digits), a list of these, or null
 * @param complete false where there were more rows than {@link #MOST}; only the first ones are here
 */
public record Rows(List<String> columns, List<List<@Nullable Object>> cells, boolean complete)
    implements Shown {

  /** How many rows a notebook holds; more are for a query that counts. */
  public static final int MOST = 10_000;

  public Rows {
    columns = List.copyOf(columns);
    cells = cells.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
  }

  static Rows of(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      columns.add(meta.getColumnLabel(column));
    }
    List<List<@Nullable Object>> cells = new ArrayList<>();
    boolean more = result.next();
    for (; more && cells.size() < MOST; more = result.next()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int column = 1; column <= columns.size(); column++) {
        row.add(Cell.plain(result.getObject(column)));
      }
      cells.add(row);
    }
    return new Rows(columns, cells, !more);
  }

  /** The rows of a dataset, brought here from wherever Spark computes them. */
  public static Rows of(Dataset<Row> dataset) {
    StructField[] fields = dataset.schema().fields();
    List<Row> taken = dataset.takeAsList(MOST + 1);
    List<List<@Nullable Object>> cells = new ArrayList<>();
    try {
      for (Row from : taken.subList(0, Math.min(MOST, taken.size()))) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 0; column < fields.length; column++) {
          boolean list = fields[column].dataType() instanceof ArrayType && !from.isNullAt(column);
          row.add(Cell.plain(list ? from.getList(column) : from.get(column)));
        }
        cells.add(row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no type of JDBC comes from Spark", e);
    }
    return new Rows(List.of(dataset.columns()), cells, taken.size() <= MOST);
  }

  /**
   * The cells of a column.
   *
   * @throws IllegalArgumentException where there is none of this name
   */
  public List<@Nullable Object> column(String name) {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "there is no column "
              + name
              + " ["
              + String.join(", ", columns)
              + "]; take one of these");
    }
    List<@Nullable Object> found = new ArrayList<>();
    cells.forEach(row -> found.add(row.get(at)));
    return Collections.unmodifiableList(found);
  }

  /** The same as {@link #column}, as they are shown. */
  public List<String> texts(String name) {
    return column(name).stream().map(Cell::text).toList();
  }

  /**
   * The same as {@link #column}, as numbers for a picture: beyond 2^53 not the last digits.
   *
   * @throws IllegalArgumentException where a cell is no number
   */
  public double[] numbers(String name) {
    return column(name).stream()
        .mapToDouble(
            cell -> {
              if (cell instanceof Number number) {
                return number.doubleValue();
              }
              throw new IllegalArgumentException(
                  "column " + name + " holds '" + Cell.text(cell) + "'; a picture wants numbers");
            })
        .toArray();
  }

  /** Whether other rows hold the same values in the same order, whichever engine they are from. */
  public boolean sameAs(Rows other) {
    return columns.equals(other.columns)
        && complete == other.complete
        && shown().equals(other.shown());
  }

  /** All cells as they are shown. */
  List<List<String>> shown() {
    return cells.stream().map(row -> row.stream().map(Cell::text).toList()).toList();
  }

  @Override
  public String mimeType() {
    return "text/html";
  }

  @Override
  public String content() {
    return Tabular.html(this);
  }

  @Override
  public String toString() {
    return Tabular.text(this);
  }
}
