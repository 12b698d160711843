package org.ringlight.analytics.spark.read;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** From what Iceberg reads to what the query asked for; travels to the executors. */
final class Projection implements Serializable {

  private static final long serialVersionUID = 1L;

  private final DataType[] types;
  private final int[] places;
  private final boolean[] unsigned;
  private final @Nullable Cut cut;
  private final int cutPlace;

  private Projection(
      DataType[] types, int[] places, boolean[] unsigned, @Nullable Cut cut, int cutPlace) {
    this.types = types;
    this.places = places;
    this.unsigned = unsigned;
    this.cut = cut;
    this.cutPlace = cutPlace;
  }

  static Projection of(
      StructType read, StructType columns, Set<String> unsignedNames, Optional<Cut> cut) {
    StructField[] fields = columns.fields();
    boolean[] unsigned = new boolean[fields.length];
    for (int i = 0; i < fields.length; i++) {
      unsigned[i] = unsignedNames.contains(fields[i].name());
    }
    return new Projection(
        Arrays.stream(fields).map(StructField::dataType).toArray(DataType[]::new),
        Arrays.stream(columns.fieldNames()).mapToInt(read::fieldIndex).toArray(),
        unsigned,
        cut.orElse(null),
        cut.map(rows -> read.fieldIndex(rows.column())).orElse(-1));
  }

  int width() {
    return places.length;
  }

  DataType type(int column) {
    return types[column];
  }

  /** Where column {@code column} is in a row that was read. */
  int place(int column) {
    return places[column];
  }

  boolean unsigned(int column) {
    return unsigned[column];
  }

  /** Whether rows have to be looked at one by one. */
  boolean cuts() {
    return cut != null;
  }

  /** Whether a row that was read belongs to the table. */
  boolean keeps(InternalRow read) {
    return cut == null || read.getLong(cutPlace) <= cut.bound();
  }

  /** The columns asked for of a batch that was read. */
  ColumnarBatch of(ColumnarBatch read) {
    ColumnVector[] vectors = new ColumnVector[places.length];
    for (int i = 0; i < vectors.length; i++) {
      ColumnVector vector = read.column(places[i]);
      vectors[i] = unsigned[i] ? new UnsignedVector(vector) : vector;
    }
    return new ColumnarBatch(vectors, read.numRows());
  }
}
