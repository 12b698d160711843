package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.RowSink;

/** The pages of a column of lists of longs, one after the other, as arrays. */
final class ListPages {

  private final Chunk pages;
  private final int present;
  private final Levels repetitions = new Levels();
  private final Levels definitions = new Levels();
  private final int[] starts;
  private final long[] values;
  private int rows;
  private int size;

  /**
   * @param rows how many lists
   * @param most how many elements at most
   */
  ListPages(Chunk pages, ColumnDescriptor column, int rows, long most) {
    this.pages = pages;
    this.present = column.getMaxDefinitionLevel();
    this.starts = new int[rows + 1];
    this.values = new long[Math.toIntExact(most)];
  }

  Batch.LongLists read() throws IOException {
    while (pages.next()) {
      int count = pages.count();
      repetitions.read(pages.content(), 1, count);
      definitions.read(pages.content(), present, count);
      int there = definitions.countOf(present, count);
      ByteBuffer page = pages.values(there);
      if (there == count) {
        takeAll(page, count);
      } else {
        take(page, count);
      }
    }
    starts[rows] = size;
    return new Batch.LongLists(
        starts, size == values.length ? values : Arrays.copyOf(values, size));
  }

  private void takeAll(ByteBuffer page, int count) {
    for (int i = 0; i < count; i++) {
      if (repetitions.at(i) == 0) {
        starts[rows++] = size + i;
      }
    }
    page.asLongBuffer().get(values, size, count);
    size += count;
  }

  /** An empty or absent list has a place among the levels all the same. */
  private void take(ByteBuffer page, int count) {
    // of required lists the level below says that the list is empty
    int absentElement = present > 2 ? present - 1 : -1;
    for (int i = 0; i < count; i++) {
      if (repetitions.at(i) == 0) {
        starts[rows++] = size;
      }
      int level = definitions.at(i);
      if (level == present) {
        values[size++] = page.getLong();
      } else if (level == absentElement) {
        values[size++] = RowSink.ABSENT;
      }
    }
  }
}
