package org.ringlight.analytics.spark.read;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.spark.source.SparkScanBuilder;
import org.apache.iceberg.spark.source.SparkTable;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Tells Iceberg what a query needs. Filters on unsigned columns are not passed on: Iceberg would
 * compare their bits as signed numbers. Of those that are, Spark checks every row again.
 */
final class TipScanBuilder implements SupportsPushDownV2Filters, SupportsPushDownRequiredColumns {

  private final Set<String> unsigned;
  private final Optional<Cut> cut;
  private final StructType stored;
  private final SparkScanBuilder iceberg;
  private StructType columns;

  TipScanBuilder(StructType columns, Set<String> unsigned, SparkTable table, Optional<Cut> cut) {
    this.columns = columns;
    this.unsigned = unsigned;
    this.cut = cut;
    this.stored = table.schema();
    this.iceberg = (SparkScanBuilder) table.newScanBuilder(CaseInsensitiveStringMap.empty());
    cut.ifPresent(rows -> iceberg.pushPredicates(new Predicate[] {rows.predicate()}));
  }

  @Override
  public Predicate[] pushPredicates(Predicate[] predicates) {
    iceberg.pushPredicates(
        Stream.concat(
                Arrays.stream(predicates).filter(predicate -> !onUnsigned(predicate)),
                cut.map(Cut::predicate).stream())
            .toArray(Predicate[]::new));
    return predicates;
  }

  private boolean onUnsigned(Predicate predicate) {
    return Arrays.stream(predicate.references())
        .anyMatch(reference -> unsigned.contains(reference.fieldNames()[0]));
  }

  @Override
  public Predicate[] pushedPredicates() {
    return iceberg.pushedPredicates();
  }

  @Override
  public void pruneColumns(StructType required) {
    columns = required;
  }

  @Override
  public Scan build() {
    StructType needed = new StructType();
    for (String name : columns.fieldNames()) {
      needed = needed.add(stored.apply(name));
    }
    if (cut.isPresent() && !Arrays.asList(columns.fieldNames()).contains(cut.get().column())) {
      needed = needed.add(stored.apply(cut.get().column()));
    }
    iceberg.pruneColumns(needed);
    return new TipScan(iceberg.build(), columns, unsigned, cut);
  }
}
