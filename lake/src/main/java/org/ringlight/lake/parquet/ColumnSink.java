package org.ringlight.lake.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.ringlight.lake.table.RowSink;
import org.ringlight.protocol.Bytes32;

/**
 * Puts values into the columns of a row group, each with its repetition and definition level,
 * without parquet-java's record layer in between.
 */
final class ColumnSink implements RowSink {

  private final ColumnWriter[] writers;
  private final int[] full;
  private final byte[] scratch = new byte[Bytes32.LENGTH];

  /** Plain pages copy a value at once, so one buffer does for all. */
  private final Binary scratchValue = Binary.fromReusedByteArray(scratch);

  /** A column of few texts says each of them over and over; of many, only so many are kept. */
  private static final int KEPT_TEXTS = 32;

  /** By column the texts that came before, encoded. */
  private final List<Map<String, Binary>> texts = new ArrayList<>();

  private int column;

  /**
   * @param store the row group
   * @param columns its columns, in the order of the table
   */
  ColumnSink(ColumnWriteStore store, List<ColumnDescriptor> columns) {
    this.writers = columns.stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
    columns.forEach(column -> texts.add(new HashMap<>()));
    this.full = columns.stream().mapToInt(ColumnDescriptor::getMaxDefinitionLevel).toArray();
  }

  /** The column that the next values go to. */
  void begin(int index) {
    column = index;
  }

  @Override
  public void absent() {
    writers[column].writeNull(0, 0);
  }

  @Override
  public void bool(boolean value) {
    writers[column].write(value, 0, full[column]);
  }

  @Override
  public void int32(int value) {
    writers[column].write(value, 0, full[column]);
  }

  @Override
  public void int64(long value) {
    writers[column].write(value, 0, full[column]);
  }

  @Override
  public void text(String value) {
    Map<String, Binary> known = texts.get(column);
    Binary encoded = known.get(value);
    if (encoded == null) {
      encoded = Binary.fromString(value);
      if (known.size() < KEPT_TEXTS) {
        known.put(value, encoded);
      }
    }
    writers[column].write(encoded, 0, full[column]);
  }

  @Override
  public void bytes(byte[] value) {
    writers[column].write(Binary.fromConstantByteArray(value), 0, full[column]);
  }

  @Override
  public void bytes32(Bytes32 value) {
    value.copyTo(scratch, 0);
    writers[column].write(scratchValue, 0, full[column]);
  }

  @Override
  public void int64List(long[] values) {
    ColumnWriter writer = writers[column];
    int present = full[column];
    if (values.length == 0) {
      writer.writeNull(0, present - 1);
    }
    for (int i = 0; i < values.length; i++) {
      writer.write(values[i], repetition(i), present);
    }
  }

  @Override
  public void optionalInt64List(long[] values) {
    ColumnWriter writer = writers[column];
    int present = full[column];
    if (values.length == 0) {
      writer.writeNull(0, present - 2);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == ABSENT) {
        writer.writeNull(repetition(i), present - 1);
      } else {
        writer.write(values[i], repetition(i), present);
      }
    }
  }

  @Override
  public void float64List(double[] values) {
    ColumnWriter writer = writers[column];
    int present = full[column];
    if (values.length == 0) {
      writer.writeNull(0, present - 1);
    }
    for (int i = 0; i < values.length; i++) {
      writer.write(values[i], repetition(i), present);
    }
  }

  @Override
  public void textList(List<String> values) {
    ColumnWriter writer = writers[column];
    int present = full[column];
    if (values.isEmpty()) {
      writer.writeNull(0, present - 1);
    }
    for (int i = 0; i < values.size(); i++) {
      writer.write(Binary.fromString(values.get(i)), repetition(i), present);
    }
  }

  @Override
  public void bytes32List(List<? extends Bytes32> values) {
    ColumnWriter writer = writers[column];
    int present = full[column];
    if (values.isEmpty()) {
      writer.writeNull(0, present - 1);
    }
    for (int i = 0; i < values.size(); i++) {
      values.get(i).copyTo(scratch, 0);
      writer.write(scratchValue, repetition(i), present);
    }
  }

  private static int repetition(int index) {
    return index == 0 ? 0 : 1;
  }
}
