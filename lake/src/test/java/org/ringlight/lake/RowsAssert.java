package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ringlight.lake.table.Table;

/** Compares rows by their components, arrays by their elements. */
final class RowsAssert {

  private RowsAssert() {}

  static <R> void same(Snapshot snapshot, Table<R> table, List<R> expected) {
    assertThat(snapshot.count(table)).as("%s", table).isEqualTo(expected.size());
    try (Stream<R> rows = snapshot.scan(table).stream()) {
      same(table, rows.toList(), expected);
    }
  }

  static <R> void same(Table<R> table, List<R> actual, List<R> expected) {
    assertThat(actual).as("%s", table).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i))
          .as("%s row %d", table, i)
          .usingRecursiveComparison()
          .withStrictTypeChecking()
          .isEqualTo(expected.get(i));
    }
  }
}
