package org.ringlight.analytics.spark.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.sql.SqlSession;

/** Rows as lines of text in which numbers have six decimals, so that two programs can agree. */
final class Answers {

  private Answers() {}

  static List<String> ofSpark(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(row -> IntStream.range(0, row.size()).mapToObj(i -> cell(row.get(i))).toList())
        .map(cells -> String.join(" ", cells))
        .toList();
  }

  static List<String> ofDuckDb(SqlSession duckDb, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          cells.add(cell(rows.getObject(i)));
        }
        lines.add(String.join(" ", cells));
      }
    }
    return lines;
  }

  static void same(Dataset<Row> spark, SqlSession duckDb, String query) throws SQLException {
    assertThat(ofSpark(spark))
        .as(query)
        .hasSizeGreaterThan(1)
        .containsExactlyInAnyOrderElementsOf(ofDuckDb(duckDb, query));
  }

  private static String cell(@Nullable Object value) {
    if (value instanceof Double || value instanceof BigDecimal) {
      double number = ((Number) value).doubleValue();
      return String.format("%.6f", number);
    }
    return String.valueOf(value);
  }
}
