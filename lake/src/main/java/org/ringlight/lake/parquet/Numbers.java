package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.PageReader;

/** One column's pages of plain numbers, taken one after the other. */
final class Numbers {

  private final PageReader pages;
  private ByteBuffer page = ByteBuffer.allocate(0);
  private long firstRow;
  private long endRow;

  Numbers(PageReader pages) {
    this.pages = pages;
  }

  /** Goes forward to the page that holds a row, counted in the row group. */
  void moveTo(long row) throws IOException {
    while (row >= endRow) {
      DataPage read = pages.readPage();
      page = PlainPages.content(read);
      firstRow = read.getFirstRowIndex().orElse(endRow);
      endRow = firstRow + read.getValueCount();
    }
  }

  int int32(long row) {
    return page.getInt(page.position() + (int) (row - firstRow) * Integer.BYTES);
  }

  long int64(long row) {
    return page.getLong(page.position() + (int) (row - firstRow) * Long.BYTES);
  }
}
