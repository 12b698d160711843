package org.ringlight.analytics.spark.read;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.unsafe.types.VariantVal;
import org.jspecify.annotations.Nullable;

/** The columns asked for of one row after the other; copies nothing. */
@SuppressWarnings("serial") // a view of what is being read: Spark sends copies, never this
final class ProjectedRow extends InternalRow {

  private final Projection projection;
  private InternalRow read = new GenericInternalRow(0);

  ProjectedRow(Projection projection) {
    this.projection = projection;
  }

  void show(InternalRow row) {
    read = row;
  }

  @Override
  public int numFields() {
    return projection.width();
  }

  @Override
  public InternalRow copy() {
    @Nullable Object[] values = new Object[numFields()];
    for (int i = 0; i < values.length; i++) {
      values[i] = InternalRow.copyValue(get(i, projection.type(i)));
    }
    return new GenericInternalRow(values);
  }

  @Override
  public @Nullable Object get(int column, DataType type) {
    if (isNullAt(column)) {
      return null;
    }
    return projection.unsigned(column)
        ? getDecimal(column, SparkTypes.UNSIGNED_DIGITS, 0)
        : read.get(projection.place(column), type);
  }

  @Override
  public @Nullable Decimal getDecimal(int column, int precision, int scale) {
    if (isNullAt(column)) {
      return null;
    }
    return projection.unsigned(column)
        ? Unsigned.decimal(read.getLong(projection.place(column)))
        : read.getDecimal(projection.place(column), precision, scale);
  }

  @Override
  public boolean isNullAt(int column) {
    return read.isNullAt(projection.place(column));
  }

  @Override
  public boolean getBoolean(int column) {
    return read.getBoolean(projection.place(column));
  }

  @Override
  public byte getByte(int column) {
    return read.getByte(projection.place(column));
  }

  @Override
  public short getShort(int column) {
    return read.getShort(projection.place(column));
  }

  @Override
  public int getInt(int column) {
    return read.getInt(projection.place(column));
  }

  @Override
  public long getLong(int column) {
    return read.getLong(projection.place(column));
  }

  @Override
  public float getFloat(int column) {
    return read.getFloat(projection.place(column));
  }

  @Override
  public double getDouble(int column) {
    return read.getDouble(projection.place(column));
  }

  @Override
  public UTF8String getUTF8String(int column) {
    return read.getUTF8String(projection.place(column));
  }

  @Override
  public byte[] getBinary(int column) {
    return read.getBinary(projection.place(column));
  }

  @Override
  public CalendarInterval getInterval(int column) {
    return read.getInterval(projection.place(column));
  }

  @Override
  public VariantVal getVariant(int column) {
    return read.getVariant(projection.place(column));
  }

  @Override
  public InternalRow getStruct(int column, int fields) {
    return read.getStruct(projection.place(column), fields);
  }

  @Override
  public ArrayData getArray(int column) {
    return read.getArray(projection.place(column));
  }

  @Override
  public MapData getMap(int column) {
    return read.getMap(projection.place(column));
  }

  @Override
  public void setNullAt(int column) {
    throw new UnsupportedOperationException("rows are read, not written");
  }

  @Override
  public void update(int column, Object value) {
    throw new UnsupportedOperationException("rows are read, not written");
  }
}
