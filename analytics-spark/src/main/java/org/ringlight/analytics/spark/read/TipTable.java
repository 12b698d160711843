package org.ringlight.analytics.spark.read;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.iceberg.spark.source.SparkTable;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.ringlight.lake.table.Table;

/**
 * A table as one snapshot holds it, read-only. Options of a query are not passed on: none of them
 * leads to another snapshot.
 */
public final class TipTable implements SupportsRead {

  private final Table<?> table;
  private final Optional<SparkTable> stored;
  private final Optional<Cut> cut;

  private TipTable(Table<?> table, Optional<SparkTable> stored, Optional<Cut> cut) {
    this.table = table;
    this.stored = stored;
    this.cut = cut;
  }

  /**
   * The rows of {@code table} that {@code snapshot} of {@code stored} has.
   *
   * @param last the largest value to read of the column by which a height cuts the table
   */
  public static TipTable of(
      Table<?> table, org.apache.iceberg.Table stored, long snapshot, OptionalLong last) {
    Optional<Cut> cut =
        last.isPresent() ? Optional.of(Cut.after(table, last.getAsLong())) : Optional.empty();
    return new TipTable(table, Optional.of(new SparkTable(stored, snapshot, false)), cut);
  }

  /** A table that no commit wrote to yet: no rows, but all columns. */
  public static TipTable empty(Table<?> table) {
    return new TipTable(table, Optional.empty(), Optional.empty());
  }

  @Override
  public String name() {
    return table.fullName();
  }

  @Override
  @SuppressWarnings("deprecation") // abstract all the same; columns() is made of it
  public StructType schema() {
    return SparkTypes.schema(table);
  }

  @Override
  public Map<String, String> properties() {
    return Map.of("comment", table.documentation());
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    if (stored.isEmpty()) {
      return () -> new EmptyScan(SparkTypes.schema(table));
    }
    Set<String> unsigned =
        Set.copyOf(
            table.columns().stream()
                .filter(SparkTypes::unsigned)
                .map(column -> column.name())
                .toList());
    return new TipScanBuilder(SparkTypes.schema(table), unsigned, stored.get(), cut);
  }
}
