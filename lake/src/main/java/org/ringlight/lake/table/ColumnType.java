package org.ringlight.lake.table;

/**
 * What a column holds. {@link #UINT64} is stored as the 64 bits of a signed long, because Iceberg
 * has no unsigned type and its Parquet reader refuses one; the SQL views show it as {@code
 * UBIGINT}.
 */
public enum ColumnType {
  BOOLEAN("BOOLEAN", "boolean"),
  INT32("INTEGER", "int"),
  INT64("BIGINT", "long"),
  UINT64("UBIGINT", "long, unsigned bits"),
  TEXT("VARCHAR", "string"),
  BYTES("BLOB", "binary"),
  BYTES32("BLOB", "fixed[32]"),
  INT64_LIST("BIGINT[]", "list<long>"),
  FLOAT64_LIST("DOUBLE[]", "list<double>"),
  TEXT_LIST("VARCHAR[]", "list<string>"),
  BYTES32_LIST("BLOB[]", "list<fixed[32]>");

  private final String sql;
  private final String stored;

  ColumnType(String sql, String stored) {
    this.sql = sql;
    this.stored = stored;
  }

  /** The type in the SQL views. */
  public String sql() {
    return sql;
  }

  /** The type in the Iceberg schema, in words. */
  public String stored() {
    return stored;
  }

  /** Whether a value is a list, whose elements have a field id of their own. */
  public boolean list() {
    return switch (this) {
      case INT64_LIST, FLOAT64_LIST, TEXT_LIST, BYTES32_LIST -> true;
      case BOOLEAN, INT32, INT64, UINT64, TEXT, BYTES, BYTES32 -> false;
    };
  }

  /** Whether smallest and largest values say where a row can be. */
  public boolean bounded() {
    return switch (this) {
      case INT32, INT64, UINT64 -> true;
      case BOOLEAN, TEXT, BYTES, BYTES32, INT64_LIST, FLOAT64_LIST, TEXT_LIST, BYTES32_LIST ->
          false;
    };
  }
}
