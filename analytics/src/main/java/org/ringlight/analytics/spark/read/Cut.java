package org.ringlight.analytics.spark.read;

import java.io.Serializable;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.ringlight.lake.table.Table;

/**
 * Which rows of a table an older height has: those whose {@code column} is at most {@code bound}.
 * This is the only place that knows how a table is cut.
 */
record Cut(String column, long bound) implements Serializable {

  private static final long serialVersionUID = 1L;

  static Cut atHeight(Table<?> table, long height) {
    if (table.columns().stream().noneMatch(column -> column.name().equals(Table.HEIGHT))) {
      throw new IllegalArgumentException(table + " has no column " + Table.HEIGHT);
    }
    return new Cut(Table.HEIGHT, height);
  }

  /** The same for Iceberg, which skips files and row groups by it. */
  Predicate predicate() {
    return new Predicate(
        "<=", new Expression[] {Expressions.column(column), Expressions.literal(bound)});
  }
}
