package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  static <R> void sameInAnyOrder(Snapshot snapshot, Table<R> table, List<R> expected) {
    try (Stream<R> rows = snapshot.scan(table).stream()) {
      assertThat(rows.map(RowsAssert::text))
          .as("%s", table)
          .containsExactlyInAnyOrderElementsOf(expected.stream().map(RowsAssert::text).toList());
    }
  }

  static <R> void same(Table<R> table, List<R> actual, List<R> expected) {
    assertThat(actual.stream().map(RowsAssert::text))
        .as("%s", table)
        .containsExactlyElementsOf(expected.stream().map(RowsAssert::text).toList());
  }

  /** A row with all its elements: what {@code toString} says, but of arrays what is in them. */
  static String text(Object row) {
    return Arrays.deepToString(
        Arrays.stream(row.getClass().getRecordComponents())
            .map(component -> value(row, component))
            .toArray());
  }

  private static @Nullable Object value(Object row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
