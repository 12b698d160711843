package org.ringlight.lake.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.ColumnType;
import org.ringlight.lake.table.Table;

/**
 * The statement that makes a table's view over its files.
 *
 * @param last the largest value to show of the column by which a height cuts the table
 */
record View(Table<?> table, List<String> files, long last) {

  String statement() {
    return "CREATE VIEW " + table.fullName() + " AS SELECT " + columns() + source();
  }

  private String columns() {
    return table.columns().stream()
        .map(column -> (files.isEmpty() ? absent(column) : value(column)) + " AS " + column.name())
        .collect(Collectors.joining(", "));
  }

  private String source() {
    if (files.isEmpty()) {
      return " WHERE false";
    }
    String list = files.stream().map(View::quoted).collect(Collectors.joining(", "));
    String all = " FROM read_parquet([" + list + "])";
    return last == Long.MAX_VALUE ? all : all + " WHERE " + table.cut().column() + " <= " + last;
  }

  private static String absent(Column<?> column) {
    return "CAST(NULL AS " + column.type().sql() + ")";
  }

  private static String value(Column<?> column) {
    String name = column.name();
    return column.type() == ColumnType.UINT64
        ? "CAST(CASE WHEN %1$s < 0 THEN %1$s::HUGEINT + 18446744073709551616 ELSE %1$s END AS %2$s)"
            .formatted(name, column.type().sql())
        : name;
  }

  /** A text as a literal. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
