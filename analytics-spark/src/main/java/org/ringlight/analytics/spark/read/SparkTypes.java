package org.ringlight.analytics.spark.read;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.ColumnType;
import org.ringlight.lake.table.Table;

/** A table's description as Spark's schema. */
final class SparkTypes {

  /** Holds every unsigned 64-bit number, as DuckDB's {@code UBIGINT} does. */
  static final int UNSIGNED_DIGITS = 20;

  private SparkTypes() {}

  static StructType schema(Table<?> table) {
    return new StructType(
        table.columns().stream().map(SparkTypes::field).toArray(StructField[]::new));
  }

  private static StructField field(Column<?> column) {
    return new StructField(column.name(), type(column), column.optional(), Metadata.empty())
        .withComment(column.documentation());
  }

  private static DataType type(Column<?> column) {
    return switch (column.type()) {
      case BOOLEAN -> DataTypes.BooleanType;
      case INT32 -> DataTypes.IntegerType;
      case INT64 -> DataTypes.LongType;
      case UINT64 -> DataTypes.createDecimalType(UNSIGNED_DIGITS, 0);
      case TEXT -> DataTypes.StringType;
      case BYTES, BYTES32 -> DataTypes.BinaryType;
      case INT64_LIST -> list(column, DataTypes.LongType);
      case FLOAT64_LIST -> list(column, DataTypes.DoubleType);
      case TEXT_LIST -> list(column, DataTypes.StringType);
      case BYTES32_LIST -> list(column, DataTypes.BinaryType);
    };
  }

  private static DataType list(Column<?> column, DataType element) {
    return DataTypes.createArrayType(element, column.optionalElements());
  }

  /** Whether the files hold the column as the 64 bits of a signed number. */
  static boolean unsigned(Column<?> column) {
    return column.type() == ColumnType.UINT64;
  }
}
