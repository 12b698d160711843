package org.ringlight.analytics.spark.read;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** A vector of signed numbers whose bits are meant unsigned, as decimals. */
final class UnsignedVector extends ColumnVector {

  private final ColumnVector bits;

  UnsignedVector(ColumnVector bits) {
    super(DataTypes.createDecimalType(SparkTypes.UNSIGNED_DIGITS, 0));
    this.bits = bits;
  }

  @Override
  public @Nullable Decimal getDecimal(int row, int precision, int scale) {
    return bits.isNullAt(row) ? null : Unsigned.decimal(bits.getLong(row));
  }

  @Override
  public boolean hasNull() {
    return bits.hasNull();
  }

  @Override
  public int numNulls() {
    return bits.numNulls();
  }

  @Override
  public boolean isNullAt(int row) {
    return bits.isNullAt(row);
  }

  @Override
  public void close() {
    bits.close();
  }

  @Override
  public void closeIfFreeable() {
    bits.closeIfFreeable();
  }

  private static UnsupportedOperationException decimalsOnly() {
    return new UnsupportedOperationException("this vector holds decimals");
  }

  @Override
  public boolean getBoolean(int row) {
    throw decimalsOnly();
  }

  @Override
  public byte getByte(int row) {
    throw decimalsOnly();
  }

  @Override
  public short getShort(int row) {
    throw decimalsOnly();
  }

  @Override
  public int getInt(int row) {
    throw decimalsOnly();
  }

  @Override
  public long getLong(int row) {
    throw decimalsOnly();
  }

  @Override
  public float getFloat(int row) {
    throw decimalsOnly();
  }

  @Override
  public double getDouble(int row) {
    throw decimalsOnly();
  }

  @Override
  public ColumnarArray getArray(int row) {
    throw decimalsOnly();
  }

  @Override
  public ColumnarMap getMap(int row) {
    throw decimalsOnly();
  }

  @Override
  public UTF8String getUTF8String(int row) {
    throw decimalsOnly();
  }

  @Override
  public byte[] getBinary(int row) {
    throw decimalsOnly();
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    throw decimalsOnly();
  }
}
