package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One column's pages of numbers, taken one after the other. */
final class Numbers {

  private final Chunk pages;
  private ByteBuffer page = ByteBuffer.allocate(0);
  private long firstRow;
  private long endRow;

  Numbers(Chunk pages) {
    this.pages = pages;
  }

  /** Goes forward to the page that holds a row, counted in the row group. */
  void moveTo(long row) throws IOException {
    while (row >= endRow) {
      if (!pages.next()) {
        throw new IOException("the pages of a column end before row " + row);
      }
      page = pages.values(pages.count());
      firstRow = pages.page().getFirstRowIndex().orElse(endRow);
      endRow = firstRow + pages.count();
    }
  }

  int int32(long row) {
    return page.getInt(page.position() + (int) (row - firstRow) * Integer.BYTES);
  }

  long int64(long row) {
    return page.getLong(page.position() + (int) (row - firstRow) * Long.BYTES);
  }
}
