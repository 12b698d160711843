package org.ringlight.lake.parquet;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.ltEq;
import static org.apache.parquet.filter2.predicate.FilterApi.or;

import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.LongColumn;
import org.ringlight.lake.table.Selection;

/** How a file is opened, so that what holds no wanted row is skipped. */
final class Filters {

  private Filters() {}

  /** Skips what cannot hold a row that all of {@code selections} want; pages are verified. */
  static <R> ParquetReadOptions options(List<Selection<R>> selections) {
    ParquetReadOptions.Builder options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Zstd())
            .usePageChecksumVerification();
    filter(selections).ifPresent(filter -> options.withRecordFilter(FilterCompat.get(filter)));
    return options.build();
  }

  private static <R> Optional<FilterPredicate> filter(List<Selection<R>> selections) {
    return selections.stream().map(Filters::filter).reduce(FilterApi::and);
  }

  private static FilterPredicate filter(Selection<?> selection) {
    LongColumn column = longColumn(selection.column());
    if (selection instanceof Selection.Between<?> between) {
      return and(gtEq(column, between.from()), ltEq(column, between.to()));
    }
    long[] values = ((Selection.OneOf<?>) selection).values();
    return oneOf(column, values, 0, values.length);
  }

  /** A balanced tree, because parquet-java walks it by recursion. */
  private static FilterPredicate oneOf(LongColumn column, long[] values, int from, int to) {
    int middle = (from + to) >>> 1;
    return to - from == 1
        ? eq(column, values[from])
        : or(oneOf(column, values, from, middle), oneOf(column, values, middle, to));
  }
}
