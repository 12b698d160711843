package org.ringlight.lake.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.RowSink;

/** The current row of a row group: each call takes the next column's value. */
final class ColumnCursor implements Cursor {

  private final ColumnReader[] readers;
  private final int[] full;
  private int next;
  private long[] longs = new long[16];

  /**
   * @param readers one a column, in the order of the table
   */
  ColumnCursor(ColumnReader[] readers) {
    this.readers = readers;
    this.full =
        Arrays.stream(readers)
            .mapToInt(reader -> reader.getDescriptor().getMaxDefinitionLevel())
            .toArray();
  }

  @Override
  public void begin() {
    next = 0;
  }

  private ColumnReader take() {
    return readers[next++];
  }

  /** The next column's reader, or null, and past it, where the value is absent. */
  private @Nullable ColumnReader takePresent() {
    ColumnReader reader = readers[next];
    boolean present = reader.getCurrentDefinitionLevel() == full[next];
    next++;
    if (present) {
      return reader;
    }
    reader.consume();
    return null;
  }

  @Override
  public boolean bool() {
    ColumnReader reader = take();
    boolean value = reader.getBoolean();
    reader.consume();
    return value;
  }

  @Override
  public int int32() {
    return int32(take());
  }

  @Override
  public @Nullable Integer optionalInt32() {
    ColumnReader reader = takePresent();
    return reader == null ? null : Integer.valueOf(int32(reader));
  }

  private static int int32(ColumnReader reader) {
    int value = reader.getInteger();
    reader.consume();
    return value;
  }

  @Override
  public long int64() {
    return int64(take());
  }

  @Override
  public @Nullable Long optionalInt64() {
    ColumnReader reader = takePresent();
    return reader == null ? null : Long.valueOf(int64(reader));
  }

  private static long int64(ColumnReader reader) {
    long value = reader.getLong();
    reader.consume();
    return value;
  }

  @Override
  public String text() {
    return binary(take()).toStringUsingUTF8();
  }

  @Override
  public @Nullable String optionalText() {
    ColumnReader reader = takePresent();
    return reader == null ? null : binary(reader).toStringUsingUTF8();
  }

  @Override
  public byte[] bytes() {
    return binary(take()).getBytes();
  }

  @Override
  public byte @Nullable [] optionalBytes() {
    ColumnReader reader = takePresent();
    return reader == null ? null : binary(reader).getBytes();
  }

  private static Binary binary(ColumnReader reader) {
    Binary value = reader.getBinary();
    reader.consume();
    return value;
  }

  @Override
  public <T> T bytes32(Wrapper<T> wrapper) {
    return wrap(binary(take()), wrapper);
  }

  @Override
  public <T> @Nullable T optionalBytes32(Wrapper<T> wrapper) {
    ColumnReader reader = takePresent();
    return reader == null ? null : wrap(binary(reader), wrapper);
  }

  private static <T> T wrap(Binary value, Wrapper<T> wrapper) {
    ByteBuffer bytes = value.toByteBuffer();
    return bytes.hasArray()
        ? wrapper.at(bytes.array(), bytes.arrayOffset() + bytes.position())
        : wrapper.at(value.getBytes(), 0);
  }

  @Override
  public long[] int64List() {
    ColumnReader reader = readers[next];
    int size = 0;
    int present = full[next++];
    do {
      if (reader.getCurrentDefinitionLevel() == present) {
        size = append(size, reader.getLong());
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    return Arrays.copyOf(longs, size);
  }

  @Override
  public long @Nullable [] optionalInt64List() {
    ColumnReader reader = readers[next];
    int size = 0;
    int present = full[next++];
    if (reader.getCurrentDefinitionLevel() == 0) {
      reader.consume();
      return null;
    }
    do {
      int level = reader.getCurrentDefinitionLevel();
      if (level == present) {
        size = append(size, reader.getLong());
      } else if (level == present - 1) {
        size = append(size, RowSink.ABSENT);
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    return Arrays.copyOf(longs, size);
  }

  private int append(int size, long value) {
    if (size == longs.length) {
      longs = Arrays.copyOf(longs, 2 * size);
    }
    longs[size] = value;
    return size + 1;
  }

  @Override
  public double[] float64List() {
    ColumnReader reader = readers[next];
    int size = 0;
    int present = full[next++];
    do {
      if (reader.getCurrentDefinitionLevel() == present) {
        size = append(size, Double.doubleToRawLongBits(reader.getDouble()));
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = Double.longBitsToDouble(longs[i]);
    }
    return values;
  }

  @Override
  public List<String> textList() {
    List<String> values = new ArrayList<>();
    elements(value -> values.add(value.toStringUsingUTF8()));
    return List.copyOf(values);
  }

  @Override
  public <T> List<T> bytes32List(Wrapper<T> wrapper) {
    List<T> values = new ArrayList<>();
    elements(value -> values.add(wrap(value, wrapper)));
    return List.copyOf(values);
  }

  private void elements(Consumer<Binary> each) {
    ColumnReader reader = readers[next];
    int present = full[next++];
    do {
      if (reader.getCurrentDefinitionLevel() == present) {
        each.accept(reader.getBinary());
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
  }
}
