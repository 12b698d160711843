package org.ringlight.lake.iceberg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.Bytes32;

/** A table's description as Iceberg's schema, sort order and properties. */
final class IcebergSchemas {

  /** Metadata files kept before the current one: a reader that was slow to open still finds its. */
  private static final int PREVIOUS_METADATA_FILES = 50;

  private IcebergSchemas() {}

  static Schema schema(Table<?> table) {
    List<NestedField> fields = table.columns().stream().map(IcebergSchemas::field).toList();
    return new Schema(fields);
  }

  private static NestedField field(Column<?> column) {
    return NestedField.builder()
        .withId(column.id())
        .withName(column.name())
        .isOptional(column.optional())
        .ofType(type(column))
        .withDoc(column.documentation())
        .build();
  }

  private static Type type(Column<?> column) {
    return switch (column.type()) {
      case BOOLEAN -> Types.BooleanType.get();
      case INT32 -> Types.IntegerType.get();
      case INT64, UINT64 -> Types.LongType.get();
      case TEXT -> Types.StringType.get();
      case BYTES -> Types.BinaryType.get();
      case BYTES32 -> Types.FixedType.ofLength(Bytes32.LENGTH);
      case INT64_LIST -> list(column, Types.LongType.get());
      case FLOAT64_LIST -> list(column, Types.DoubleType.get());
      case TEXT_LIST -> list(column, Types.StringType.get());
      case BYTES32_LIST -> list(column, Types.FixedType.ofLength(Bytes32.LENGTH));
    };
  }

  private static Type list(Column<?> column, Type element) {
    return column.optionalElements()
        ? Types.ListType.ofOptional(column.elementId(), element)
        : Types.ListType.ofRequired(column.elementId(), element);
  }

  static SortOrder order(Table<?> table) {
    return SortOrder.builderFor(schema(table)).asc(table.sortedBy()).build();
  }

  static Map<String, String> properties(Table<?> table) {
    Map<String, String> properties = new HashMap<>();
    properties.put("comment", table.documentation());
    properties.put(TableProperties.FORMAT_VERSION, "2");
    properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    properties.put(
        TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, Integer.toString(PREVIOUS_METADATA_FILES));
    properties.put(TableProperties.DEFAULT_WRITE_METRICS_MODE, "counts");
    for (Column<?> column : table.columns()) {
      if (column.type().bounded()) {
        properties.put(TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + column.name(), "full");
      }
    }
    return properties;
  }
}
