package org.ringlight.lake.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Bytes32;

/**
 * Some columns of rows that follow one another, as arrays: what a kernel wants, without an object
 * for each row. The arrays are the reader's to keep. Numbers, truth values, texts, values of 32
 * bytes and lists of longs come this way, and of optional columns longs, texts and lists.
 */
public final class Batch {

  private final int size;
  private final List<String> names;
  private final List<Object> values;

  /**
   * The elements of a list column.
   *
   * @param starts where each row's list begins in {@code values}, and after the last where that
   *     ends: one more than there are rows. A list that is absent is empty.
   * @param values the elements; one that is absent is {@link RowSink#ABSENT}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record LongLists(int[] starts, long[] values) {

    /** A row's list. */
    public long[] row(int row) {
      return Arrays.copyOfRange(values, starts[row], starts[row + 1]);
    }

    LongLists at(int[] rows) {
      int[] keptStarts = new int[rows.length + 1];
      for (int i = 0; i < rows.length; i++) {
        keptStarts[i + 1] = keptStarts[i] + starts[rows[i] + 1] - starts[rows[i]];
      }
      long[] kept = new long[keptStarts[rows.length]];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(
            values, starts[rows[i]], kept, keptStarts[i], keptStarts[i + 1] - keptStarts[i]);
      }
      return new LongLists(keptStarts, kept);
    }
  }

  /**
   * The texts of a column.
   *
   * @param values each different text once
   * @param rows where each row's text stands in {@code values}, or {@link #ABSENT}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Texts(List<String> values, int[] rows) {

    /** In place of a text that is absent. */
    public static final int ABSENT = -1;

    /** A row's text, or null where it is absent. */
    public @Nullable String of(int row) {
      return rows[row] == ABSENT ? null : values.get(rows[row]);
    }

    Texts at(int[] wanted) {
      return new Texts(values, Arrays.stream(wanted).map(row -> rows[row]).toArray());
    }
  }

  /**
   * @param values one a name: {@code boolean[]}, {@code int[]}, {@code long[]}, {@code byte[]},
   *     {@link Texts} or {@link LongLists}
   */
  public Batch(int size, List<String> names, List<Object> values) {
    this.size = size;
    this.names = List.copyOf(names);
    this.values = List.copyOf(values);
  }

  /** Whether columns of this kind come in batches. */
  public static boolean holds(Column<?> column) {
    return switch (column.type()) {
      case BOOLEAN, INT32, BYTES32 -> !column.optional();
      case INT64, UINT64, TEXT, INT64_LIST -> true;
      case BYTES, FLOAT64_LIST, TEXT_LIST, BYTES32_LIST -> false;
    };
  }

  /** How many rows. */
  public int size() {
    return size;
  }

  /** A column of {@link ColumnType#BOOLEAN}: one a row. */
  public boolean[] bool(String column) {
    return (boolean[]) of(column);
  }

  /** A column of {@link ColumnType#TEXT}. */
  public Texts texts(String column) {
    return (Texts) of(column);
  }

  /** A column of {@link ColumnType#INT32}: one a row. */
  public int[] int32(String column) {
    return (int[]) of(column);
  }

  /**
   * A column of {@link ColumnType#INT64} or {@link ColumnType#UINT64}: one a row, {@link
   * RowSink#ABSENT} where it is absent.
   */
  public long[] int64(String column) {
    return (long[]) of(column);
  }

  /** A column of {@link ColumnType#BYTES32}: 32 bytes a row, one row's after the other's. */
  public byte[] bytes32(String column) {
    return (byte[]) of(column);
  }

  /** A column of {@link ColumnType#INT64_LIST}. */
  public LongLists int64Lists(String column) {
    return (LongLists) of(column);
  }

  private Object of(String column) {
    int place = names.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException("not asked for: " + column + ", only " + names);
    }
    return values.get(place);
  }

  /** The same columns of some of these rows, whose places are given in ascending order. */
  public Batch at(int[] rows) {
    return rows.length == size
        ? this
        : new Batch(rows.length, names, values.stream().map(column -> at(column, rows)).toList());
  }

  private static Object at(Object column, int[] rows) {
    if (column instanceof long[] numbers) {
      return Arrays.stream(rows).mapToLong(row -> numbers[row]).toArray();
    } else if (column instanceof int[] numbers) {
      return Arrays.stream(rows).map(row -> numbers[row]).toArray();
    } else if (column instanceof byte[] bytes) {
      return bytesAt(bytes, rows);
    } else if (column instanceof boolean[] values) {
      return boolsAt(values, rows);
    } else if (column instanceof Texts texts) {
      return texts.at(rows);
    }
    return ((LongLists) column).at(rows);
  }

  private static boolean[] boolsAt(boolean[] values, int[] rows) {
    boolean[] kept = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      kept[i] = values[rows[i]];
    }
    return kept;
  }

  private static byte[] bytesAt(byte[] bytes, int[] rows) {
    int width = Bytes32.LENGTH;
    byte[] kept = new byte[width * rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(bytes, width * rows[i], kept, width * i, width);
    }
    return kept;
  }
}
