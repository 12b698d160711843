package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.jspecify.annotations.Nullable;

/** What is in a page as this program writes them: version 1, values one after the other. */
final class PlainPages {

  private PlainPages() {}

  /** The page's levels, if it has any, and its values. */
  static ByteBuffer content(@Nullable DataPage page) throws IOException {
    if (!(page instanceof DataPageV1 plain) || plain.getValueEncoding() != Encoding.PLAIN) {
      throw new IOException("a page of values that are not plain: " + page);
    }
    return plain.getBytes().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
