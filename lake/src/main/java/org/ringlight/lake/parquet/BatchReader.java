package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.iceberg.io.InputFile;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.MessageType;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.RowSink;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.Bytes32;

/**
 * Reads some columns of a row group at once: pages are copied into arrays, where parquet-java's
 * column readers take many calls a value. Safe for several threads, each with a row group of its
 * own.
 */
public final class BatchReader<R> {

  private final List<Selection<R>> selections;
  private final List<String> names = new ArrayList<>();
  private final MessageType schema;

  /**
   * @param names columns that {@link Batch#holds}, each once
   * @param selections what rows are wanted, by columns of which no value is absent
   * @throws IllegalArgumentException where {@code table} has no such column, or it is none for
   *     batches
   */
  public BatchReader(Table<R> table, List<String> names, List<Selection<R>> selections) {
    this.selections = selections;
    Set<String> all = new LinkedHashSet<>(names);
    selections.forEach(selection -> all.add(selection.column()));
    List<Column<R>> columns = new ArrayList<>();
    for (String name : all) {
      columns.add(column(table, name));
      this.names.add(name);
    }
    for (Selection<R> selection : selections) {
      if (column(table, selection.column()).optional()) {
        throw new IllegalArgumentException("not selected by in batches: " + selection.column());
      }
    }
    this.schema = ParquetTypes.of(table, columns);
  }

  private static <R> Column<R> column(Table<R> table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name) && Batch.holds(column))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(table + " has no column for batches: " + name));
  }

  /** The wanted rows of the row group that begins at {@code offset}. */
  public Batch read(InputFile file, long offset) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(new ParquetInput(file), Filters.options(selections))) {
      reader.setRequestedSchema(schema);
      for (int group = 0; group < reader.getRowGroups().size(); group++) {
        if (reader.getRowGroups().get(group).getStartingPos() == offset) {
          try (PageReadStore pages = reader.readRowGroup(group)) {
            return wanted(read(pages));
          }
        }
      }
      return new Batch(0, names, schema.getColumns().stream().map(BatchReader::none).toList());
    } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new ParquetDecodingException("a page that is not as announced", e);
    }
  }

  private Batch wanted(Batch read) {
    if (selections.isEmpty()) {
      return read;
    }
    long[][] compared =
        selections.stream().map(selection -> read.int64(selection.column())).toArray(long[][]::new);
    return read.at(IntStream.range(0, read.size()).filter(row -> wanted(compared, row)).toArray());
  }

  private boolean wanted(long[][] compared, int row) {
    for (int i = 0; i < compared.length; i++) {
      if (!selections.get(i).holds(compared[i][row])) {
        return false;
      }
    }
    return true;
  }

  private Batch read(PageReadStore group) throws IOException {
    int rows = Math.toIntExact(group.getRowCount());
    List<Object> values = new ArrayList<>();
    for (ColumnDescriptor column : schema.getColumns()) {
      values.add(read(group.getPageReader(column), column, rows));
    }
    return new Batch(rows, names, values);
  }

  private static Object read(PageReader pages, ColumnDescriptor column, int rows)
      throws IOException {
    Chunk chunk = new Chunk(pages, column);
    if (column.getMaxRepetitionLevel() > 0) {
      return new ListPages(chunk, column, rows, pages.getTotalValueCount()).read();
    }
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> bools(chunk, new boolean[rows]);
      case INT32 -> int32(chunk, new int[rows]);
      case INT64 ->
          column.getMaxDefinitionLevel() > 0
              ? optionalInt64(chunk, new long[rows])
              : int64(chunk, new long[rows]);
      case BINARY -> new TextPages(chunk, column, rows).read();
      default -> bytes32(chunk, new byte[Bytes32.LENGTH * rows]);
    };
  }

  private static Object none(ColumnDescriptor column) {
    if (column.getMaxRepetitionLevel() > 0) {
      return new Batch.LongLists(new int[1], new long[0]);
    }
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> new boolean[0];
      case INT32 -> new int[0];
      case INT64 -> new long[0];
      case BINARY -> new Batch.Texts(List.of(), new int[0]);
      default -> new byte[0];
    };
  }

  /** A bit each, the lowest of a byte first. */
  private static boolean[] bools(Chunk pages, boolean[] values) throws IOException {
    int at = 0;
    while (pages.next()) {
      ByteBuffer bits = pages.content();
      int first = bits.position();
      for (int i = 0; i < pages.count(); i++) {
        values[at++] = (bits.get(first + i / Byte.SIZE) >>> (i % Byte.SIZE) & 1) != 0;
      }
    }
    return values;
  }

  private static int[] int32(Chunk pages, int[] values) throws IOException {
    int at = 0;
    while (pages.next()) {
      pages.values(pages.count()).asIntBuffer().get(values, at, pages.count());
      at += pages.count();
    }
    return values;
  }

  private static long[] int64(Chunk pages, long[] values) throws IOException {
    int at = 0;
    while (pages.next()) {
      pages.values(pages.count()).asLongBuffer().get(values, at, pages.count());
      at += pages.count();
    }
    return values;
  }

  private static long[] optionalInt64(Chunk pages, long[] values) throws IOException {
    Levels definitions = new Levels();
    int at = 0;
    while (pages.next()) {
      definitions.read(pages.content(), 1, pages.count());
      LongBuffer present = pages.values(definitions.countOf(1, pages.count())).asLongBuffer();
      for (int i = 0; i < pages.count(); i++) {
        values[at++] = definitions.at(i) == 1 ? present.get() : RowSink.ABSENT;
      }
    }
    return values;
  }

  private static byte[] bytes32(Chunk pages, byte[] values) throws IOException {
    int at = 0;
    while (pages.next()) {
      int size = Bytes32.LENGTH * pages.count();
      pages.values(pages.count()).get(values, at, size);
      at += size;
    }
    return values;
  }
}
