package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/** Compares what DuckDB and Spark give, in any order, value by value. */
final class SameRows {

  private SameRows() {}

  /** Every table, all its rows and columns. */
  static void inEveryTable(SqlSession duckDb, SparkTables spark) throws SQLException {
    for (Namespace namespace : Namespace.values()) {
      for (Table<?> table : namespace.tables()) {
        of(duckDb, spark, "SELECT * FROM " + table.fullName());
      }
    }
  }

  /** A query that both understand; returns how many rows it gave. */
  static int of(SqlSession duckDb, SparkTables spark, String query) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet expected = statement.executeQuery(query)) {
      int width = expected.getMetaData().getColumnCount();
      List<List<String>> wanted = new ArrayList<>();
      while (expected.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(text(expected.getObject(i)));
        }
        wanted.add(row);
      }
      List<Row> given = spark.session().sql(query).collectAsList();
      List<List<String>> rows = new ArrayList<>(given.stream().map(SameRows::texts).toList());
      assertThat(rows).as("rows of %s", query).hasSameSizeAs(wanted);
      Comparator<List<String>> order = Comparator.comparing(Objects::toString);
      wanted.sort(order);
      rows.sort(order);
      for (int i = 0; i < width; i++) {
        int column = i;
        assertThat(rows)
            .extracting(row -> row.get(column))
            .as("column %s of %s", expected.getMetaData().getColumnName(i + 1), query)
            .isEqualTo(wanted.stream().map(row -> row.get(column)).toList());
      }
      return rows.size();
    }
  }

  private static List<String> texts(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(
            i ->
                row.get(i) instanceof scala.collection.Seq<?>
                    ? row.getList(i).stream().map(SameRows::plain).toList().toString()
                    : plain(row.get(i)))
        .toList();
  }

  private static String text(@Nullable Object value) throws SQLException {
    if (value instanceof Array array) {
      List<String> elements = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        elements.add(text(element));
      }
      return elements.toString();
    }
    if (value instanceof Blob blob) {
      return plain(blob.getBytes(1, (int) blob.length()));
    }
    return value instanceof Object[] array ? Arrays.toString(array) : plain(value);
  }

  private static String plain(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? HexFormat.of().formatHex(bytes)
        : Objects.toString(value);
  }
}
