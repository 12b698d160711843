package org.ringlight.lake.parquet;

import java.io.IOException;
import org.ringlight.lake.table.RowSource;

/** A row of a row group, and the way to the next. */
interface Cursor extends RowSource {

  /** Starts the next row. */
  void begin() throws IOException;
}
