package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.PageReader;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.RowSink;

/** The pages of a column of lists of longs, one after the other, as arrays. */
final class ListPages {

  private final PageReader pages;
  private final int present;
  private final Levels repetitions = new Levels();
  private final Levels definitions = new Levels();
  private final int[] starts;
  private final long[] values;
  private int rows;
  private int size;

  ListPages(PageReader pages, ColumnDescriptor column, int rows) {
    this.pages = pages;
    this.present = column.getMaxDefinitionLevel();
    this.starts = new int[rows + 1];
    this.values = new long[Math.toIntExact(pages.getTotalValueCount())];
  }

  Batch.LongLists read() throws IOException {
    for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
      ByteBuffer content = PlainPages.content(page);
      int count = page.getValueCount();
      repetitions.read(content, 1, count);
      definitions.read(content, present, count);
      if (definitions.all(present, count)) {
        takeAll(content, count);
      } else {
        take(content, count);
      }
    }
    starts[rows] = size;
    return new Batch.LongLists(
        starts, size == values.length ? values : Arrays.copyOf(values, size));
  }

  private void takeAll(ByteBuffer content, int count) {
    for (int i = 0; i < count; i++) {
      if (repetitions.at(i) == 0) {
        starts[rows++] = size + i;
      }
    }
    content.asLongBuffer().get(values, size, count);
    size += count;
  }

  /** An empty or absent list has a place among the levels all the same. */
  private void take(ByteBuffer content, int count) {
    // of required lists the level below says that the list is empty
    int absentElement = present > 2 ? present - 1 : -1;
    for (int i = 0; i < count; i++) {
      if (repetitions.at(i) == 0) {
        starts[rows++] = size;
      }
      int level = definitions.at(i);
      if (level == present) {
        values[size++] = content.getLong();
      } else if (level == absentElement) {
        values[size++] = RowSink.ABSENT;
      }
    }
  }
}
