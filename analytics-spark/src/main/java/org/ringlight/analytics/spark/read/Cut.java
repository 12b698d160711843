package org.ringlight.analytics.spark.read;

import java.io.Serializable;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.ringlight.lake.table.Table;

/**
 * Which rows of a table an older height has: those whose {@code column} is at most {@code bound}.
 */
record Cut(String column, long bound) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * @param last as {@link org.ringlight.lake.Snapshot#lastCut} says
   */
  static Cut after(Table<?> table, long last) {
    return new Cut(table.cut().column(), last);
  }

  /** The same for Iceberg, which skips files and row groups by it. */
  Predicate predicate() {
    return new Predicate(
        "<=", new Expression[] {Expressions.column(column), Expressions.literal(bound)});
  }
}
